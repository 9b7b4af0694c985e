using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Lstm;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Stacked LSTM layers and their head.</summary>
internal sealed unsafe class LstmStep<T> : Step
    where T : struct, IRegister<T>
{
    private readonly SignalSlot _source;
    private readonly SignalSlot _destination;
    private readonly LstmUnits<T> _units;
    private readonly LstmEntry _kernel;
    private readonly int _columns;
    private readonly NativeBuffer<LstmStack> _stack;
    private readonly NativeBuffer<LstmLayer> _layers;
    private readonly NativeBuffer<float> _packed;
    private readonly NativeBuffer<float> _head;
    private readonly NativeBuffer<float> _start;

    public LstmStep(LstmOperation operation, LayerPlan plan, StateLayout layout)
    {
        _source = layout[operation.Source];
        _destination = layout[operation.Destination!];
        _units = new LstmUnits<T>(operation.HiddenSize);
        _kernel = LstmKernels.Select<T>(_units.GroupRegisters, _units.HasHalf);
        _columns = (_units.Count + _kernel.Columns - 1) / _kernel.Columns * _kernel.Columns;
        _layers = new NativeBuffer<LstmLayer>(operation.Layers.Length);
        _start = new NativeBuffer<float>(2 * _units.Count * _layers.Length);
        _packed = Pack(operation, plan.Constants.Span, layout);
        _head = PackHead(plan.Constants.Span[operation.Head..]);
        _stack = new NativeBuffer<LstmStack>(1);
        _stack[0] = new LstmStack
        {
            Layers = _layers.Pointer,
            LayerCount = _layers.Length,
            Inputs = _source.Channels,
            Columns = _columns,
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
        var units = _units.Count;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _start.Span.Slice(2 * units * layer, units).CopyTo(new Span<float>((float*)state + _layers[layer].Hidden, units));
            _start.Span.Slice(2 * units * layer + units, units).CopyTo(new Span<float>((float*)state + _layers[layer].Cell, units));
        }
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames) =>
        _kernel.Run(_stack.Pointer, (float*)state, _source.At(state), _destination.At(state), frames);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _stack.Dispose();
        _layers.Dispose();
        _packed.Dispose();
        _start.Dispose();
        _head.Dispose();
        base.Dispose();
    }

    private NativeBuffer<float> Pack(LstmOperation operation, ReadOnlySpan<float> constants, StateLayout layout)
    {
        var count = _kernel.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
            count += Packing(layer, []).PackedCount;

        var packed = new NativeBuffer<float>(count);
        _kernel.Constants.CopyTo(packed.Span);
        var position = _kernel.Constants.Length;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var weights = constants[operation.Layers[layer]..];
            var packing = Packing(layer, weights);
            packing.Pack(_kernel.Scale, packed.Span[position..]);
            PackStart(layer, weights[packing.Count..]);
            // A kernel reads the hidden state by columns.
            var floats = Math.Max(_units.PaddedCount, _columns);
            _layers[layer] = new LstmLayer { Weights = packed.Pointer + position, Hidden = layout.Reserve(floats), Cell = layout.Reserve(floats) };
            position += packing.PackedCount;
        }

        return packed;
    }

    // The first layer reads the input, the others read as many columns below as of their own.
    private LstmPacking<T> Packing(int layer, ReadOnlySpan<float> weights) => layer == 0
        ? new(weights, _source.Channels, _source.Channels, _columns, _units)
        : new(weights, _units.Count, _columns, _columns, _units);

    private void PackStart(int layer, ReadOnlySpan<float> start)
    {
        var packed = _start.Span.Slice(2 * _units.Count * layer, 2 * _units.Count);
        start[..packed.Length].CopyTo(packed);
        foreach (ref var cell in packed[_units.Count..])
            cell *= _kernel.Scale;
    }

    private NativeBuffer<float> PackHead(ReadOnlySpan<float> weights)
    {
        var rows = _destination.Channels;
        var head = new NativeBuffer<float>(rows * (_units.PaddedCount + 1));
        var packed = head.Span;
        for (var row = 0; row < rows; row++)
        {
            weights.Slice(row * _units.Count, _units.Count).CopyTo(packed);
            packed[_units.PaddedCount] = weights[rows * _units.Count + row];
            packed = packed[(_units.PaddedCount + 1)..];
        }

        return head;
    }
}
