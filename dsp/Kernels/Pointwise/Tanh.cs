using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>
/// tanh(x) = 1 - 2 / (exp(2x) + 1); a test holds the error below 2e-7, and tanh(0) is 0. Infinities saturate, and NaN does: a recurrent network that
/// heard nonsense is finite again with the next sample.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Tanh<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    // Beyond this the float nearest to tanh is 1, and the squared exponential is still far from overflow.
    private const float Saturation = 9.1f;
    private const float TwoLog2E = 2.885390082f;

    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters)
    {
        var squared = Exponential<T>.PowerOfTwo(T.ClampMagnitude(x, Saturation) * T.Broadcast(TwoLog2E));
        var reciprocal = Exponential<T>.Reciprocal(squared + T.Broadcast(1f));
        return T.MultiplyAdd(T.Broadcast(-2f), reciprocal, T.Broadcast(1f));
    }
}
