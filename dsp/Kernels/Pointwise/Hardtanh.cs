using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>clamp(x, -1, 1).</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Hardtanh<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters) => T.Min(T.Max(x, T.Broadcast(-1f)), T.Broadcast(1f));
}
