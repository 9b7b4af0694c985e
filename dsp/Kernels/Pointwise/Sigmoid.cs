using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>1 / (1 + exp(-x)); a test holds the error below 2e-7. What is not a number counts as very negative.</summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Sigmoid<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    // Beyond this nothing is left of it, and the exponential is still far from overflow.
    private const float Saturation = 40f;
    private const float MinusLog2E = -1.442695041f;

    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters) =>
        Exponential<T>.Reciprocal(Exponential<T>.PowerOfTwo(T.ClampMagnitude(x, Saturation) * T.Broadcast(MinusLog2E)) + T.Broadcast(1f));
}
