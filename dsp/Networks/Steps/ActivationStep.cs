using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>An activation that could not be fused into the step before it.</summary>
internal sealed unsafe class ActivationStep<T>(ActivationOperation operation, StateLayout layout) : Step
    where T : struct, IRegister<T>
{
    private readonly PlaneMap<T> _map = new(operation.Activation, firstChannel: 0, operation.Source.Channels);
    private readonly SignalSlot _source = layout[operation.Source];
    private readonly SignalSlot _destination = layout[operation.Destination!];
    private readonly SumSlot<T> _sum = new(operation, layout);

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        PlanePass pass = default;
        pass.Source = _source.At(state);
        pass.SourceStride = _source.Stride;
        pass.Destination = _destination.At(state);
        pass.DestinationStride = _destination.Stride;
        pass.Channels = _destination.Channels;
        _sum.Join(state, firstChannel: 0, ref pass);
        _map.Apply(ref pass, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _map.Dispose();
        base.Dispose();
    }
}
