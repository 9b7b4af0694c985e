using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>What the activations with an exponential are made of.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class Exponential<T>
    where T : struct, ILanes<T>
{
    /// <summary>
    /// 2^x for magnitudes up to 100, exactly 1 for 0: 2^n * 2^f, where 2^f is a polynomial with the constant term 1. Its other coefficients are minimax
    /// fits of the least relative error, 9.1e-8 where f is centred and 8.2e-8 where it is not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfTwo(T x)
    {
        var f = T.Fraction(x, out var n);
        var p = T.MultiplyAdd(T.Broadcast(T.FractionIsCentred ? 0.001326473107f : 0.001867130148f), f, T.Broadcast(T.FractionIsCentred ? 0.009671512603f : 0.009017029752f));
        p = T.MultiplyAdd(p, f, T.Broadcast(T.FractionIsCentred ? 0.05550733732f : 0.05579991395f));
        p = T.MultiplyAdd(p, f, T.Broadcast(T.FractionIsCentred ? 0.2402224209f : 0.2401644497f));
        p = T.MultiplyAdd(p, f, T.Broadcast(T.FractionIsCentred ? 0.6931469776f : 0.6931513119f));
        p = T.MultiplyAdd(p, f, T.Broadcast(1f));
        return T.Scale(p, n);
    }

    /// <summary>1 / x, within one or two units in the last place, for x far from overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reciprocal(T x)
    {
        var estimate = T.ReciprocalEstimate(x);
        if (T.ReciprocalEstimateBits >= 24)
            return estimate;
        // Newton's step doubles the bits; with the square of the error it triples them.
        var error = T.MultiplySubtract(x, estimate, T.Broadcast(1f));
        if (T.ReciprocalEstimateBits < 12)
            error = T.MultiplyAdd(error, error, error);
        return T.MultiplyAdd(error, estimate, estimate);
    }
}
