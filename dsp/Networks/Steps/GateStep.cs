using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Gated or blended activation of the two halves of a layer's inner signal.</summary>
internal sealed unsafe class GateStep<T>(GateOperation operation, StateLayout layout) : Step
    where T : struct, ILanes<T>
{
    private readonly PlaneMap<T> _activation = new(operation.Activation, operation.Destination!.Channels);
    private readonly PlaneMap<T> _secondary = new(operation.Secondary, operation.Destination!.Channels);
    private readonly SignalSlot _source = layout[operation.Source];
    private readonly SignalSlot _destination = layout[operation.Destination!];
    private readonly SumSlot<T> _sum = new(operation, layout);
    private readonly bool _blends = operation.Mode == GatingMode.Blended;

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var primary = _source.At(state);
        var gate = primary + _destination.Channels * _source.Stride;
        var destination = _destination.At(state);
        _activation.Apply(primary, _source.Stride, destination, _destination.Stride, frames);
        _secondary.Apply(gate, _source.Stride, gate, _source.Stride, frames);
        for (var channel = 0; channel < _destination.Channels; channel++)
        {
            var g = gate + channel * _source.Stride;
            var y = destination + channel * _destination.Stride;
            if (_blends)
                PlaneKernels<T>.Blend(g, primary + channel * _source.Stride, y, frames);
            else
                PlaneKernels<T>.Multiply(g, y, frames);
        }

        _sum.Add(state, destination, _destination, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _activation.Dispose();
        _secondary.Dispose();
        base.Dispose();
    }
}
