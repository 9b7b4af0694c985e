using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>FiLM: scale, shift and residual in one pass.</summary>
internal sealed unsafe class ModulateStep<T>(ModulateOperation operation, StateLayout layout) : Step
    where T : struct, IRegister<T>
{
    private readonly SignalSlot _source = layout[operation.Source];
    private readonly SignalSlot _modulation = layout[operation.Modulation];
    private readonly SignalSlot _addend = operation.Addend is { } addend ? layout[addend] : default;
    private readonly SignalSlot _destination = layout[operation.Destination!];
    private readonly SumSlot<T> _sum = new(operation, layout);
    private readonly bool _hasShift = operation.HasShift;
    private readonly bool _hasAddend = operation.Addend is not null;

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var source = _source.At(state);
        var scale = _modulation.At(state);
        var shift = scale + _source.Channels * _modulation.Stride;
        var addend = _hasAddend ? _addend.At(state) : null;
        var destination = _destination.At(state);
        for (var channel = 0; channel < _source.Channels; channel++)
        {
            PlaneKernels<T>.Modulate(
                source + channel * _source.Stride,
                scale + channel * _modulation.Stride,
                _hasShift ? shift + channel * _modulation.Stride : null,
                _hasAddend ? addend + channel * _addend.Stride : null,
                destination + channel * _destination.Stride,
                frames);
        }

        _sum.Add(state, destination, _destination, frames);
    }
}
