using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>max(x, 0).</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Relu<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters) => T.Max(x, T.Broadcast(0f));
}
