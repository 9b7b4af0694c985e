using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>The linear head of an LSTM. Nothing waits for it, so it costs little beside the layers.</summary>
internal static unsafe class LstmHead<T>
    where T : struct, ILanes<T>
{
    /// <summary>weights . hidden. [audio-thread]</summary>
    /// <param name="weights">weight[unit], zero beyond the last unit.</param>
    /// <param name="hidden">h[unit].</param>
    /// <param name="units">Units, padded to whole registers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* weights, float* hidden, nint units)
    {
        var sum = T.Load(weights) * T.Load(hidden);
        for (nint unit = T.Count; unit < units; unit += T.Count)
            T.Accumulate(weights + unit, T.Load(hidden + unit), ref sum);
        return T.Sum(sum);
    }
}
