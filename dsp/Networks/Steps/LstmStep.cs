using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Lstm;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Stacked LSTM layers and their head, sample by sample.</summary>
internal sealed unsafe class LstmStep<T> : Step
    where T : struct, ILanes<T>
{
    private readonly SignalSlot _source;
    private readonly SignalSlot _destination;
    private readonly Layer[] _layers;
    private readonly int _units;
    private readonly int _registers;
    private readonly int _inputOffset;
    private readonly NativeBuffer<float> _packed;
    private readonly NativeBuffer<float> _start;
    private readonly NativeBuffer<float> _head;

    public LstmStep(LstmOperation operation, LayerPlan plan, StateLayout layout)
    {
        _source = layout[operation.Source];
        _destination = layout[operation.Destination!];
        _units = operation.HiddenSize;
        _registers = (_units + T.Count - 1) / T.Count;
        _inputOffset = layout.Reserve(Math.Max(_source.Channels, 1));
        _layers = new Layer[operation.Layers.Length];
        var packedCount = 0;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var inputs = layer == 0 ? _source.Channels : _units;
            _layers[layer] = new Layer(inputs, packedCount, layout.Reserve(PaddedUnits), layout.Reserve(PaddedUnits), layout.Reserve(PaddedUnits));
            packedCount += PackedCount(inputs);
        }

        _packed = new NativeBuffer<float>(packedCount);
        _start = new NativeBuffer<float>(2 * PaddedUnits * _layers.Length);
        for (var layer = 0; layer < _layers.Length; layer++)
            Pack(plan.Constants.Span[operation.Layers[layer]..], layer);
        _head = PackHead(plan.Constants.Span[operation.Head..]);
    }

    private int PaddedUnits => _registers * T.Count;

    /// <inheritdoc/>
    public override void Initialise(byte* state)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var start = _start.Span.Slice(2 * PaddedUnits * layer, 2 * PaddedUnits);
            start[..PaddedUnits].CopyTo(new Span<float>((float*)state + _layers[layer].Hidden, PaddedUnits));
            start[PaddedUnits..].CopyTo(new Span<float>((float*)state + _layers[layer].Cell, PaddedUnits));
        }
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var source = _source.At(state);
        var destination = _destination.At(state);
        var input = (float*)state + _inputOffset;
        for (var frame = 0; frame < frames; frame++)
        {
            for (var channel = 0; channel < _source.Channels; channel++)
                input[channel] = source[channel * _source.Stride + frame];
            var last = Advance((float*)state, input);
            for (var row = 0; row < _destination.Channels; row++)
                destination[row * _destination.Stride + frame] = Head(row, last);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _packed.Dispose();
        _start.Dispose();
        _head.Dispose();
        base.Dispose();
    }

    private float* Advance(float* state, float* input)
    {
        foreach (ref readonly var layer in _layers.AsSpan())
        {
            var hidden = state + layer.Hidden;
            var next = state + layer.Next;
            LstmKernel<T>.Step(_packed.Pointer + layer.Weights, input, layer.Inputs, hidden, _units, _registers, state + layer.Cell, next);
            for (nint unit = 0; unit < PaddedUnits; unit += T.Count)
                T.Store(hidden + unit, T.Load(next + unit));
            input = hidden;
        }

        return input;
    }

    private float Head(int row, float* last)
    {
        var weights = _head.Pointer + row * HeadStride;
        return LstmKernel<T>.Dot(weights + 1, last, _registers) + weights[0];
    }

    private int HeadStride => 1 + PaddedUnits;

    private int PackedCount(int inputs) => _registers * LstmKernel<T>.Gates * T.Count * (1 + inputs + _units);

    // From rows (gate, unit) by columns (input, hidden) to registers of units; see LstmKernel.
    private void Pack(ReadOnlySpan<float> weights, int layer)
    {
        var columns = _layers[layer].Inputs + _units;
        var biases = weights[(LstmKernel<T>.Gates * _units * columns)..];
        var packed = _packed.Span.Slice(_layers[layer].Weights, PackedCount(_layers[layer].Inputs));
        var position = 0;
        for (var register = 0; register < _registers; register++)
        {
            for (var column = -1; column < columns; column++)
            {
                for (var gate = 0; gate < LstmKernel<T>.Gates; gate++)
                {
                    for (var lane = 0; lane < T.Count; lane++, position++)
                    {
                        var unit = register * T.Count + lane;
                        var row = gate * _units + unit;
                        if (unit < _units)
                            packed[position] = column < 0 ? biases[row] : weights[row * columns + column];
                    }
                }
            }
        }

        var start = biases[(LstmKernel<T>.Gates * _units)..];
        start[.._units].CopyTo(_start.Span[(2 * PaddedUnits * layer)..]);
        start.Slice(_units, _units).CopyTo(_start.Span[(PaddedUnits * (2 * layer + 1))..]);
    }

    private NativeBuffer<float> PackHead(ReadOnlySpan<float> weights)
    {
        var rows = _destination.Channels;
        var head = new NativeBuffer<float>(rows * HeadStride);
        for (var row = 0; row < rows; row++)
        {
            head[row * HeadStride] = weights[rows * _units + row];
            weights.Slice(row * _units, _units).CopyTo(head.Span[(row * HeadStride + 1)..]);
        }

        return head;
    }

    private readonly record struct Layer(int Inputs, int Weights, int Hidden, int Cell, int Next);
}
