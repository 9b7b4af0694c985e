using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// tanh(x) = x P(x^2) / Q(x^2), a Remez fit of degree 4 over 4 up to |x| = 8, off by at most 8e-8 and rounding; a test holds the error below 4e-7.
/// A quotient has fewer dependent operations than an exponential and its quotient, and the quotients of gates that are multiplied share one division.
/// Infinities saturate, and NaN becomes -1, as in <see cref="Pointwise.Tanh{T}"/>.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal readonly unsafe struct RationalGates<T> : ILstmGates<RationalGates<T>, T>
    where T : struct, ILanes<T>
{
    private const float Saturation = 8f;

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
    public static float Scale => 1;

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
        var half = T.Broadcast(0.5f);
        var f = Fraction(forget, out var fOver);
        state = half * state * (f + fOver) / fOver;
        var g = Fraction(cell, out var gOver) * half;
        var i = Fraction(input, out var iOver);
        state += (i + iOver) * g / (iOver * gOver);

        var o = Fraction(output, out var oOver);
        var c = Fraction(state, out var cOver);
        return half * (o + oOver) * c / (oOver * cOver);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Advance(T forgetAndInput, T cellAndOutput, ref T state)
    {
        var half = T.Broadcast(0.5f);
        var fi = Fraction(forgetAndInput, out var fiOver);
        fi = T.MultiplyAdd(half, fi / fiOver, half);
        var go = Fraction(cellAndOutput, out var goOver);
        go = T.MultiplyAdd(_halfSlope, go / goOver, _halfBase);
        state = T.MultiplyAdd(fi, state, T.SwapHalves(fi) * go);
        var c = Fraction(state, out var cOver);
        return T.SwapHalves(go) * c / cOver;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fraction(T x, out T denominator)
    {
        x = T.Clamp(x, Saturation);
        var square = x * x;
        denominator = T.Polynomial(square, 1f, 0.468326718f, 0.0264135208f, 0.000352233939f, 9.21125206e-07f);
        return x * T.Polynomial(square, 1f, 0.134993404f, 0.00363792549f, 2.30525075e-05f, 1.70155587e-08f);
    }
}
