using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Gated or blended activation of the two halves of a layer's inner signal.</summary>
internal sealed unsafe class GateStep<T>(GateOperation operation, StateLayout layout) : Step
    where T : struct, IRegister<T>
{
    private readonly PlaneMap<T> _activation = new(operation.Activation, firstChannel: 0, operation.Destination!.Channels);
    private readonly PlaneMap<T> _secondary = new(operation.Secondary, firstChannel: 0, operation.Destination!.Channels);
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
        PlanePass pass = default;
        pass.Channels = _destination.Channels;
        pass.Source = primary;
        pass.SourceStride = _source.Stride;
        pass.Destination = destination;
        pass.DestinationStride = _destination.Stride;
        _activation.Apply(ref pass, frames);
        pass.Source = pass.Destination = gate;
        pass.DestinationStride = _source.Stride;
        _secondary.Apply(ref pass, frames);
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
