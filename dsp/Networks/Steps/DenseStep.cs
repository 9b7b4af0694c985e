using NamPlugin.Dsp.Kernels.Dense;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>A dense operation cut into register tiles, with its weights packed in the order in which the tiles read them.</summary>
internal sealed unsafe class DenseStep<T> : Step
    where T : struct, ILanes<T>
{
    private readonly NativeBuffer<Term> _terms;
    private readonly NativeBuffer<Tile> _tiles;
    private readonly SignalSlot _destination;
    private readonly SignalSlot _residual;
    private readonly SignalSlot _sum;
    private readonly bool _hasDestination;
    private readonly bool _hasResidual;
    private readonly bool _hasSum;
    private readonly bool _startsSum;
    private readonly int _sourcesOffset;
    private readonly int _sumsOffset;

    // The weights of all tiles, then the activation's parameters of all rows.
    private readonly NativeBuffer<float> _constants;

    // Per term the stride, then per term the channels.
    private readonly NativeBuffer<int> _shapes;

    /// <summary>Packs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="plan">Its plan, for the constants.</param>
    /// <param name="layout">Where signals live.</param>
    /// <param name="sourcesOffset">Scratch in the state for one pointer per term.</param>
    /// <param name="sumsOffset">Scratch in the state for a tile's sums.</param>
    public DenseStep(DenseOperation operation, LayerPlan plan, StateLayout layout, int sourcesOffset, int sumsOffset)
    {
        _sourcesOffset = sourcesOffset;
        _sumsOffset = sumsOffset;
        _terms = new NativeBuffer<Term>(operation.Terms.Length);
        _shapes = new NativeBuffer<int>(2 * _terms.Length);
        var channels = 0;
        for (var i = 0; i < _terms.Length; i++)
        {
            var term = operation.Terms[i];
            _terms[i] = new Term(layout[term.Source], term.FirstChannel, term.DelaySamples);
            _shapes[i] = _terms[i].Slot.Stride;
            _shapes[_terms.Length + i] = term.Channels;
            channels += term.Channels;
        }

        (_hasDestination, _hasResidual, _hasSum, _startsSum) = (operation.Destination is not null, operation.Residual is not null, operation.Sum is not null, operation.StartsSum);
        _destination = _hasDestination ? layout[operation.Destination!] : default;
        _residual = _hasResidual ? layout[operation.Residual!] : default;
        _sum = _hasSum ? layout[operation.Sum!] : default;

        var parameters = PointwiseFunctions.ParametersPerRow(operation.Activation, operation.FirstRow, operation.Rows);
        var weights = operation.Rows * (1 + channels);
        _constants = new NativeBuffer<float>(weights + parameters.Length);
        parameters.CopyTo(_constants.Span[weights..]);
        _tiles = new NativeBuffer<Tile>((operation.Rows + T.TileRows - 1) / T.TileRows);
        Pack(operation, plan.Constants.Span, _constants.Pointer + weights, parameters.Length / operation.Rows);
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var sources = (float**)((float*)state + _sourcesOffset);
        var terms = _terms.Span;
        for (var i = 0; i < terms.Length; i++)
            sources[i] = terms[i].Slot.At(state, terms[i].DelaySamples) + terms[i].FirstChannel * terms[i].Slot.Stride;

        var destination = _hasDestination ? _destination.At(state) : null;
        var residual = _hasResidual ? _residual.At(state) : null;
        var sum = _hasSum ? _sum.At(state) : null;
        DenseTile call;
        call.Sources = sources;
        call.Strides = _shapes.Pointer;
        call.Channels = _shapes.Pointer + terms.Length;
        call.TermCount = terms.Length;
        call.ResidualStride = _residual.Stride;
        call.DestinationStride = _destination.Stride;
        call.SumStride = _sum.Stride;
        call.StartsSum = _startsSum;
        call.Scratch = (float*)state + _sumsOffset;
        call.Frames = frames;
        foreach (ref readonly var tile in _tiles.Span)
        {
            call.Weights = tile.Weights;
            call.Parameters = tile.Parameters;
            call.Residual = residual == null ? null : residual + tile.FirstRow * _residual.Stride;
            call.Destination = destination == null ? null : destination + tile.FirstRow * _destination.Stride;
            call.Sum = sum == null ? null : sum + tile.FirstRow * _sum.Stride;
            tile.Kernel(&call);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _terms.Dispose();
        _tiles.Dispose();
        _constants.Dispose();
        _shapes.Dispose();
        base.Dispose();
    }

    // As few tiles as fit, of heights that differ by at most one.
    private void Pack(DenseOperation operation, ReadOnlySpan<float> constants, float* parameters, int parametersPerRow)
    {
        var count = _tiles.Length;
        var packed = _constants.Pointer;
        var row = 0;
        for (var i = 0; i < count; i++)
        {
            var height = (operation.Rows - row) / (count - i);
            var kernel = DenseKernels.Select<T>(height, operation.Activation?.Kind);
            _tiles[i] = new Tile(kernel, packed, parameters + row * parametersPerRow, operation.FirstRow + row);
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

    private readonly record struct Term(SignalSlot Slot, int FirstChannel, int DelaySamples);

    private readonly struct Tile(delegate*<DenseTile*, void> kernel, float* weights, float* parameters, int firstRow)
    {
        public readonly delegate*<DenseTile*, void> Kernel = kernel;
        public readonly float* Weights = weights;
        public readonly float* Parameters = parameters;
        public readonly int FirstRow = firstRow;
    }
}
