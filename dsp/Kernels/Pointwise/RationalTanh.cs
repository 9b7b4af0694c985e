using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>The rational approximation that the format calls <c>Fasttanh</c>; only for models which name it ('.nam' section 2).</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct RationalTanh<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters)
    {
        var a = T.Abs(x);
        var q = x * x;
        var outer = T.Broadcast(2.45550750702956f);
        var inner = T.MultiplyAdd(T.Broadcast(0.821226666969744f), a, T.Broadcast(0.893229853513558f));
        var numerator = x * T.MultiplyAdd(inner, q, T.MultiplyAdd(outer, a, outer));
        var scale = T.Broadcast(2.44506634652299f);
        var skew = T.Abs(T.MultiplyAdd(x * T.Broadcast(0.814642734961073f), a, x));
        return numerator / T.MultiplyAdd(scale + q, skew, scale);
    }
}
