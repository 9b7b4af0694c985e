using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>x where x &gt; 0, else slope * x, with one slope per channel: LeakyReLU and PReLU alike.</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct LeakyRelu<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <inheritdoc/>
    public static int ParameterCount => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters) => T.SelectGreater(x, T.Broadcast(0f), x, x * T.Broadcast(parameters[0]));
}
