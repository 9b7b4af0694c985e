using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Lstm;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Stacked LSTM layers and their head.</summary>
internal sealed unsafe class LstmStep<T> : Step
    where T : struct, ILanes<T>
{
    private readonly SignalSlot _source;
    private readonly SignalSlot _destination;
    private readonly LstmUnits<T> _units;
    private readonly NativeBuffer<LstmLayer> _layers;
    private readonly NativeBuffer<float> _packed;
    private readonly NativeBuffer<float> _head;
    private readonly NativeBuffer<float> _start;
    private readonly delegate*<LstmCall*, void> _kernel;
    private readonly LstmCall _call;

    public LstmStep(LstmOperation operation, LayerPlan plan, StateLayout layout)
    {
        _source = layout[operation.Source];
        _destination = layout[operation.Destination!];
        _units = new LstmUnits<T>(operation.HiddenSize);
        _kernel = LstmKernels.Select<T>(_units.GroupRegisters - (_units.HasHalf ? 1 : 0), _units.HasHalf);
        _layers = new NativeBuffer<LstmLayer>(operation.Layers.Length);
        _start = new NativeBuffer<float>(2 * _units.PaddedCount * _layers.Length);
        _packed = Pack(operation, plan.Constants.Span, layout);
        _head = PackHead(plan.Constants.Span[operation.Head..]);
        _call = new LstmCall
        {
            Layers = _layers.Pointer,
            LayerCount = _layers.Length,
            Units = _units.Count,
            PaddedUnits = _units.PaddedCount,
            Constants = _packed.Pointer,
            Head = _head.Pointer,
            Next = _units.Groups > 1 ? layout.Reserve(_units.PaddedCount) : 0,
            Sums = _units.GroupRegisters > 1 ? layout.Reserve(4 * _units.GroupRegisters * T.Count) : 0,
            Outputs = _destination.Channels,
            SourceStride = _source.Stride,
            DestinationStride = _destination.Stride,
        };
    }

    /// <inheritdoc/>
    public override void Initialise(byte* state)
    {
        var units = _units.PaddedCount;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _start.Span.Slice(2 * units * layer, units).CopyTo(new Span<float>((float*)state + _layers[layer].Hidden, units));
            _start.Span.Slice(2 * units * layer + units, units).CopyTo(new Span<float>((float*)state + _layers[layer].Cell, units));
        }
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var call = _call;
        call.Source = _source.At(state);
        call.Destination = _destination.At(state);
        call.State = (float*)state;
        call.Frames = frames;
        _kernel(&call);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _layers.Dispose();
        _packed.Dispose();
        _start.Dispose();
        _head.Dispose();
        base.Dispose();
    }

    private NativeBuffer<float> Pack(LstmOperation operation, ReadOnlySpan<float> constants, StateLayout layout)
    {
        var gates = LstmGates.Of<T>();
        var count = gates.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
            count += Packing(layer, constants[operation.Layers[layer]..]).PackedCount;

        var packed = new NativeBuffer<float>(count);
        gates.Constants.CopyTo(packed.Span);
        var position = gates.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var weights = constants[operation.Layers[layer]..];
            var packing = Packing(layer, weights);
            packing.Pack(gates.Scale, packed.Span[position..]);
            _layers[layer] = new LstmLayer
            {
                Weights = packed.Pointer + position,
                Inputs = InputsOf(layer),
                Hidden = layout.Reserve(_units.PaddedCount),
                Cell = layout.Reserve(_units.PaddedCount),
            };
            position += packing.PackedCount;
            PackStart(weights[(4 * _units.Count * (InputsOf(layer) + _units.Count + 1))..], layer, gates.Scale);
        }

        return packed;
    }

    private int InputsOf(int layer) => layer == 0 ? _source.Channels : _units.Count;

    private LstmPacking<T> Packing(int layer, ReadOnlySpan<float> weights) => new(weights, InputsOf(layer), _units);

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
}
