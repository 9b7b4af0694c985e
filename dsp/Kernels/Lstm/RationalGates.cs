using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// tanh(x) = x P(x^2) / Q(x^2), a Remez fit of degree 4 over 4 up to |x| = 8, off by at most 7e-8 and rounding. A quotient has fewer dependent
/// operations than an exponential and its quotient, and the quotients of gates that are multiplied share one division. Arguments are scaled so that
/// both polynomials begin with 1 x^4: two constants and two multiplications less.
/// Infinities saturate, and NaN becomes -1, as in <see cref="Pointwise.Tanh{T}"/>.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal readonly unsafe struct RationalGates<T> : ILstmGates<RationalGates<T>, T>
    where T : struct, IRegister<T>
{
    private const float ArgumentScale = 0.0184725784f;
    private const float Saturation = 8f * ArgumentScale;

    private readonly T _halfBase;
    private readonly T _halfSlope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RationalGates(float* constants)
    {
        _halfBase = T.Load(constants);
        _halfSlope = T.Load(constants + T.Count);
    }

    /// <inheritdoc/>
    public static int ConstantCount => 2 * T.Count;

    /// <inheritdoc/>
    public static float Scale => ArgumentScale;

    /// <inheritdoc/>
    public static void Write(Span<float> constants)
    {
        // The lower half is tanh, the upper half is sigmoid.
        constants[..(T.Count / 2)].Clear();
        constants[(T.Count / 2)..T.Count].Fill(0.5f);
        constants.Slice(T.Count, T.Count / 2).Fill(1);
        constants[(T.Count + T.Count / 2)..(2 * T.Count)].Fill(0.5f);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RationalGates<T> Load(float* constants) => new(constants);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Advance(T forget, T input, T cell, T output, ref T state)
    {
        // One after the other, because there are few registers; the processor starts them together.
        var f = Fraction(forget, out var fOver);
        state = state * (f + fOver) / (fOver + fOver);
        var g = Fraction(cell, out var gOver) * T.Broadcast(ArgumentScale);
        var i = Fraction(input, out var iOver);
        state += (i + iOver) * g / ((iOver + iOver) * gOver);

        var o = Fraction(output, out var oOver);
        var c = Fraction(state, out var cOver);
        return (o + oOver) * c / ((oOver + oOver) * cOver);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Advance(T forgetAndInput, T cellAndOutput, ref T state)
    {
        var fi = Fraction(forgetAndInput, out var fiOver);
        fi = (fi + fiOver) / (fiOver + fiOver);
        var go = Fraction(cellAndOutput, out var goOver);
        go = T.MultiplyAdd(_halfSlope, go / goOver, _halfBase);
        state = T.MultiplyAdd(fi, state, T.SwapHalves(fi) * T.Broadcast(ArgumentScale) * go);
        var c = Fraction(state, out var cOver);
        return T.SwapHalves(go) * c / cOver;
    }

    // tanh(x), the denominator apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fraction(T x, out T denominator)
    {
        x = T.ClampMagnitude(x, Saturation);
        var square = x * x;
        denominator = T.MonicPolynomial(square, 1.47197854e-08f, 2.02020474e-05f, 0.00333901006f, 0.130487099f);
        return x * T.MonicPolynomial(square, 7.968452e-07f, 0.000315232872f, 0.0248953197f, 0.46230334f);
    }
}
