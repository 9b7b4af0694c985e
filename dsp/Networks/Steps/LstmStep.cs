using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Lstm;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>
/// Stacked LSTM layers and their head. A layer waits for its own previous sample far longer than it computes, so layers run askew: while one is at a
/// sample, the one above is at the sample before, and the processor works on both. The skew begins and ends within a chunk, so that a state means the
/// same however the stream is cut.
/// </summary>
internal sealed unsafe class LstmStep<T> : Step
    where T : struct, ILanes<T>
{
    private readonly SignalSlot _source;
    private readonly SignalSlot _destination;
    private readonly LstmUnits<T> _units;
    private readonly Layer[] _layers;
    private readonly NativeBuffer<LstmGroup> _groups;
    private readonly NativeBuffer<float> _packed;
    private readonly NativeBuffer<float> _head;
    private readonly NativeBuffer<float> _start;
    private readonly int _nextOffset;
    private readonly int _groupsPerLayer;
    private readonly int _paddedUnits;
    private readonly int _inputStride;
    private readonly int _outputs;
    private readonly int _outputStride;

    public LstmStep(LstmOperation operation, LayerPlan plan, StateLayout layout)
    {
        _source = layout[operation.Source];
        _destination = layout[operation.Destination!];
        _units = new LstmUnits<T>(operation.HiddenSize);
        _groupsPerLayer = _units.Groups;
        _paddedUnits = _units.PaddedCount;
        _inputStride = _source.Stride;
        _outputs = _destination.Channels;
        _outputStride = _destination.Stride;
        _nextOffset = _units.Groups > 1 ? layout.Reserve(_units.PaddedCount) : 0;
        _layers = new Layer[operation.Layers.Length];
        for (var layer = 0; layer < _layers.Length; layer++)
            _layers[layer] = new Layer(layer == 0 ? _source.Channels : _units.Count, layout.Reserve(_units.PaddedCount), layout.Reserve(_units.PaddedCount));

        var gates = LstmGates.Of<T>();
        _groups = new NativeBuffer<LstmGroup>(_layers.Length * _units.Groups);
        _start = new NativeBuffer<float>(2 * _units.PaddedCount * _layers.Length);
        _packed = Pack(operation, plan.Constants.Span, gates);
        _head = PackHead(plan.Constants.Span[operation.Head..]);
    }

    /// <inheritdoc/>
    public override void Initialise(byte* state)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var start = _start.Span.Slice(2 * _units.PaddedCount * layer, 2 * _units.PaddedCount);
            start[.._units.PaddedCount].CopyTo(new Span<float>((float*)state + _layers[layer].Hidden, _units.PaddedCount));
            start[_units.PaddedCount..].CopyTo(new Span<float>((float*)state + _layers[layer].Cell, _units.PaddedCount));
        }
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var source = _source.At(state);
        var destination = _destination.At(state);
        var top = _layers.Length - 1;
        for (var tick = 0; tick < frames + top; tick++)
        {
            // From the top, because a layer reads what the one below left behind at its previous sample.
            var lowest = Math.Max(tick - frames + 1, 0);
            for (var layer = Math.Min(tick, top); layer >= lowest; layer--)
            {
                if (layer == 0)
                    Advance(0, (float*)state, source + tick, _inputStride);
                else
                    Advance(layer, (float*)state, (float*)state + _layers[layer - 1].Hidden, 1);
            }

            if (tick >= top)
                Head((float*)state + _layers[top].Hidden, destination + tick - top);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _groups.Dispose();
        _packed.Dispose();
        _start.Dispose();
        _head.Dispose();
        base.Dispose();
    }

    private void Advance(int layer, float* state, float* input, int inputStride)
    {
        var group = _groups.Pointer + layer * _groupsPerLayer;
        group->Kernel(group, input, inputStride, state);
        if (_groupsPerLayer == 1)
            return;
        for (var more = 1; more < _groupsPerLayer; more++)
            group[more].Kernel(group + more, input, inputStride, state);
        var hidden = state + _layers[layer].Hidden;
        var next = state + _nextOffset;
        for (nint unit = 0; unit < _paddedUnits; unit += T.Count)
            T.Store(hidden + unit, T.Load(next + unit));
    }

    private void Head(float* hidden, float* output)
    {
        var weights = _head.Pointer;
        var biases = weights + _outputs * _paddedUnits;
        for (nint row = 0; row < _outputs; row++)
        {
            output[row * _outputStride] = LstmHead<T>.Dot(weights, hidden, _paddedUnits) + biases[row];
            weights += _paddedUnits;
        }
    }

    private NativeBuffer<float> Pack(LstmOperation operation, ReadOnlySpan<float> constants, LstmGates gates)
    {
        var count = gates.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var packing = new LstmPacking<T>(constants[operation.Layers[layer]..], _layers[layer].Inputs, _units);
            for (var group = 0; group < _units.Groups; group++)
                count += packing.CountOf(group);
        }

        var packed = new NativeBuffer<float>(count);
        gates.Constants.CopyTo(packed.Span);
        var position = gates.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var weights = constants[operation.Layers[layer]..];
            var packing = new LstmPacking<T>(weights, _layers[layer].Inputs, _units);
            for (var group = 0; group < _units.Groups; group++)
            {
                packing.Pack(group, gates.Scale, packed.Span[position..]);
                _groups[layer * _units.Groups + group] = GroupOf(layer, group, packed.Pointer, position);
                position += packing.CountOf(group);
            }

            PackStart(weights[(4 * _units.Count * (_layers[layer].Inputs + _units.Count + 1))..], layer, gates.Scale);
        }

        return packed;
    }

    private LstmGroup GroupOf(int layer, int group, float* packed, int weights)
    {
        var firstUnit = _units.FirstRegister(group) * T.Count;
        var registers = _units.FirstRegister(group + 1) - _units.FirstRegister(group);
        var hasHalf = _units.EndsWithHalf(group);
        return new LstmGroup
        {
            Kernel = LstmKernels.Select<T>(registers - (hasHalf ? 1 : 0), hasHalf),
            Weights = packed + weights,
            Constants = packed,
            Inputs = _layers[layer].Inputs,
            Units = _units.Count,
            Hidden = _layers[layer].Hidden,
            Output = (_units.Groups > 1 ? _nextOffset : _layers[layer].Hidden) + firstUnit,
            Cell = _layers[layer].Cell + firstUnit,
        };
    }

    private void PackStart(ReadOnlySpan<float> start, int layer, float scale)
    {
        var packed = _start.Span[(2 * _units.PaddedCount * layer)..];
        start[.._units.Count].CopyTo(packed);
        for (var unit = 0; unit < _units.Count; unit++)
            packed[_units.PaddedCount + unit] = scale * start[_units.Count + unit];
    }

    private NativeBuffer<float> PackHead(ReadOnlySpan<float> weights)
    {
        var rows = _destination.Channels;
        var head = new NativeBuffer<float>(rows * (_units.PaddedCount + 1));
        for (var row = 0; row < rows; row++)
            weights.Slice(row * _units.Count, _units.Count).CopyTo(head.Span[(row * _units.PaddedCount)..]);
        weights.Slice(rows * _units.Count, rows).CopyTo(head.Span[(rows * _units.PaddedCount)..]);
        return head;
    }

    private readonly record struct Layer(int Inputs, int Hidden, int Cell);
}
