using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>
/// tanh(x) = m / (m + 2) with m = exp(2x) - 1. Writing 2x * log2(e) = n + f with an integer n and |f| &lt;= 1/2 gives m = 2^n * (2^f - 1) + (2^n - 1),
/// where 2^f - 1 is a polynomial without constant term. Nothing cancels, so small x keep their relative precision.
/// The coefficients are a Remez fit of (2^f - 1) / f for least relative error (1.1e-8); a test holds the error on the function below 2e-7.
/// Infinities saturate, and NaN becomes -1: a recurrent network that heard nonsense is finite again with the next sample.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
public readonly unsafe struct Tanh<T> : IPointwise<T>
    where T : struct, ILanes<T>
{
    // Beyond this the float nearest to tanh is 1, and the squared exponential is still far from overflow.
    private const float Saturation = 9.1f;
    private const float TwoLog2E = 2.885390082f;

    // Adding it leaves the rounded integer in the low mantissa bits.
    private const float Shift = 12582912f;

    /// <inheritdoc/>
    public static int ParameterCount => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T x, float* parameters)
    {
        var exponent = T.Min(T.Max(x, T.Broadcast(-Saturation)), T.Broadcast(Saturation)) * T.Broadcast(TwoLog2E);
        var shifted = exponent + T.Broadcast(Shift);
        var f = exponent - (shifted - T.Broadcast(Shift));

        var p = T.MultiplyAdd(T.Broadcast(0.000154035124f), f, T.Broadcast(0.00133907355f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.00961823749f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.0555035743f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.240226498f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.693147188f));

        var power = T.PowerOfTwo(shifted);
        var m = T.MultiplyAdd(power * f, p, power - T.Broadcast(1f));
        return m / (m + T.Broadcast(2f));
    }
}
