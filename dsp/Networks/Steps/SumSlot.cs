using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>The running sum that a step may have to add its result to.</summary>
internal readonly unsafe struct SumSlot<T>(Operation operation, StateLayout layout)
    where T : struct, IRegister<T>
{
    private readonly SignalSlot _sum = operation.Sum is { } sum ? layout[sum] : default;
    private readonly bool _exists = operation.Sum is not null;
    private readonly bool _starts = operation.StartsSum;

    /// <summary>Adds every channel of <paramref name="result"/>. [audio-thread]</summary>
    public void Add(byte* state, float* result, SignalSlot slot, int frames)
    {
        if (!_exists)
            return;
        var sum = _sum.At(state);
        for (var channel = 0; channel < slot.Channels; channel++)
            PlaneKernels<T>.Accumulate(result + channel * slot.Stride, sum + channel * _sum.Stride, _starts, frames);
    }

    /// <summary>Has a pass write its results to the sum as well, from a channel on. [audio-thread]</summary>
    public void Join(byte* state, int firstChannel, ref PlanePass pass)
    {
        pass.Sum = _exists ? _sum.At(state) + firstChannel * _sum.Stride : null;
        pass.SumStride = _sum.Stride;
        pass.StartsSum = _starts;
    }
}
