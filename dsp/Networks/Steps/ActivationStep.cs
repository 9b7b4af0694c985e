using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>An activation that could not be fused into the step before it.</summary>
internal sealed unsafe class ActivationStep<T>(ActivationOperation operation, StateLayout layout) : Step
    where T : struct, ILanes<T>
{
    private readonly PlaneMap<T> _map = new(operation.Activation, operation.Source.Channels);
    private readonly SignalSlot _source = layout[operation.Source];
    private readonly SignalSlot _destination = layout[operation.Destination!];
    private readonly SumSlot<T> _sum = new(operation, layout);

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var destination = _destination.At(state);
        _map.Apply(_source.At(state), _source.Stride, destination, _destination.Stride, frames);
        _sum.Add(state, destination, _destination, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _map.Dispose();
        base.Dispose();
    }
}
