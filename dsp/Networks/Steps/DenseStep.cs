using NamPlugin.Dsp.Kernels.Dense;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>A dense operation cut into register tiles, with its weights packed in the order in which the tiles read them.</summary>
internal sealed unsafe class DenseStep<T> : Step
    where T : struct, IRegister<T>
{
    private readonly NativeBuffer<DelayedPlane> _terms;
    private readonly NativeBuffer<Tile> _tiles;
    private readonly SignalSlot _destination;
    private readonly SignalSlot _residual;
    private readonly SumSlot<T> _sum;
    private readonly bool _hasResidual;
    private readonly int _sourcesOffset;
    private readonly int _firstRow;
    private readonly int _rows;

    // What happens to the sums of products, or null.
    private readonly PlaneMap<T>? _map;

    // The weights of all tiles.
    private readonly NativeBuffer<float> _constants;

    // Per term the stride, then per term the channels.
    private readonly NativeBuffer<int> _shapes;

    /// <summary>Packs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="plan">Its plan, for the constants.</param>
    /// <param name="layout">Where signals live.</param>
    /// <param name="sourcesOffset">Scratch in the state for one pointer per term.</param>
    /// <param name="unread">Scratch for a result that nobody reads but the running sum.</param>
    public DenseStep(DenseOperation operation, LayerPlan plan, StateLayout layout, int sourcesOffset, SignalSlot unread)
    {
        _sourcesOffset = sourcesOffset;
        (_firstRow, _rows) = (operation.FirstRow, operation.Rows);
        _terms = new NativeBuffer<DelayedPlane>(operation.Terms.Length);
        _shapes = new NativeBuffer<int>(2 * _terms.Length);
        var channels = 0;
        for (var i = 0; i < _terms.Length; i++)
        {
            var term = operation.Terms[i];
            _terms[i] = layout[term.Source].Delayed(term.FirstChannel, term.DelaySamples);
            _shapes[i] = layout[term.Source].Stride;
            _shapes[_terms.Length + i] = term.Channels;
            channels += term.Channels;
        }

        _destination = operation.Destination is { } destination ? layout[destination] : unread;
        _hasResidual = operation.Residual is not null;
        _residual = _hasResidual ? layout[operation.Residual!] : default;
        _sum = new SumSlot<T>(operation, layout);
        if (operation.Activation is not null || operation.Sum is not null)
            _map = new PlaneMap<T>(operation.Activation, operation.FirstRow, operation.Rows);
        _constants = new NativeBuffer<float>(operation.Rows * (1 + channels));
        _tiles = new NativeBuffer<Tile>((operation.Rows + DenseKernels.MostRows<T>() - 1) / DenseKernels.MostRows<T>());
        Pack(operation, plan.Constants.Span);
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var sources = (float**)((float*)state + _sourcesOffset);
        var terms = _terms.Pointer;
        var count = _terms.Length;
        for (var i = 0; i < count; i++)
            sources[i] = terms[i].At(state);

        var destination = _destination.At(state);
        DenseTile call;
        call.Sources = sources;
        call.Strides = _shapes.Pointer;
        call.Channels = _shapes.Pointer + count;
        call.TermCount = count;
        call.Residual = null;
        call.ResidualStride = _residual.Stride;
        call.DestinationStride = _destination.Stride;
        call.Frames = frames;
        var residual = _hasResidual ? _residual.At(state) : null;
        var tile = _tiles.Pointer;
        for (var left = _tiles.Length; left > 0; left--, tile++)
        {
            call.Weights = tile->Weights;
            if (residual != null)
                call.Residual = residual + tile->FirstRow * _residual.Stride;
            call.Destination = destination + tile->FirstRow * _destination.Stride;
            tile->Kernel(&call);
        }

        if (_map is not null)
            Finish(state, destination + _firstRow * _destination.Stride, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _map?.Dispose();
        _terms.Dispose();
        _tiles.Dispose();
        _constants.Dispose();
        _shapes.Dispose();
        base.Dispose();
    }

    // In place, while the sums are in the first-level cache.
    private void Finish(byte* state, float* rows, int frames)
    {
        PlanePass pass = default;
        pass.Source = pass.Destination = rows;
        pass.SourceStride = pass.DestinationStride = _destination.Stride;
        pass.Channels = _rows;
        _sum.Join(state, _firstRow, ref pass);
        _map!.Apply(ref pass, frames);
    }

    // As few tiles as fit, of heights that differ by at most one.
    private void Pack(DenseOperation operation, ReadOnlySpan<float> constants)
    {
        var count = _tiles.Length;
        var packed = _constants.Pointer;
        var row = 0;
        for (var i = 0; i < count; i++)
        {
            var height = (operation.Rows - row) / (count - i);
            _tiles[i] = new Tile(DenseKernels.Select<T>(height), packed, operation.FirstRow + row);
            for (var r = 0; r < height; r++)
                *packed++ = constants[operation.Bias + row + r];
            foreach (var term in operation.Terms)
            {
                for (var channel = 0; channel < term.Channels; channel++)
                {
                    for (var r = 0; r < height; r++)
                        *packed++ = constants[term.Weights + (row + r) * term.Channels + channel];
                }
            }

            row += height;
        }
    }

    private readonly struct Tile(delegate*<DenseTile*, void> kernel, float* weights, int firstRow)
    {
        public readonly delegate*<DenseTile*, void> Kernel = kernel;
        public readonly float* Weights = weights;
        public readonly int FirstRow = firstRow;
    }
}
