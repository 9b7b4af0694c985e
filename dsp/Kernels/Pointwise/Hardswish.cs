using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>x * clamp(x + 3, 0, 6) / 6.</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Hardswish<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters)
    {
        var ramp = T.Min(T.Max(x + T.Broadcast(3f), T.Broadcast(0f)), T.Broadcast(6f));
        return x * ramp * T.Broadcast(1f / 6f);
    }
}
