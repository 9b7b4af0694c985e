using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>Between min and max x itself, outside a line of another slope; parameters min, max, slope below, slope above.</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct LeakyHardtanh<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters)
    {
        var min = T.Broadcast(parameters[0]);
        var max = T.Broadcast(parameters[1]);
        var below = T.MultiplyAdd(x - min, T.Broadcast(parameters[2]), min);
        var above = T.MultiplyAdd(x - max, T.Broadcast(parameters[3]), max);
        return T.SelectGreater(min, x, below, T.SelectGreater(x, max, above, x));
    }
}
