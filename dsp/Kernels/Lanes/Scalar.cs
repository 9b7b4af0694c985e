using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>One sample: the same kernels without vectors, for machines without them and as a cross-check of the vector paths.</summary>
public unsafe struct Scalar : IRegister<Scalar>
{
    private float _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Scalar(float value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static int Registers => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator +(Scalar left, Scalar right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(Scalar left, Scalar right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator *(Scalar left, Scalar right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator /(Scalar left, Scalar right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Load(float* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Scalar value) => *destination = value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Broadcast(float value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MultiplyAdd(Scalar left, Scalar right, Scalar addend) =>
        new(float.MultiplyAddEstimate(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float weight, Scalar right, ref Scalar sum) => Accumulate(Broadcast(weight), right, ref sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Scalar left, Scalar right, ref Scalar sum) => sum._value = float.MultiplyAddEstimate(left._value, right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, ref Scalar sum) => sum._value += *source;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Scalar value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Min(Scalar left, Scalar right) => left._value < right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Max(Scalar left, Scalar right) => left._value > right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Abs(Scalar value) => new(MathF.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar SelectGreater(Scalar left, Scalar right, Scalar whenGreater, Scalar otherwise) =>
        left._value > right._value ? whenGreater : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MultiplySubtract(Scalar left, Scalar right, Scalar addend) =>
        addend - left * right;

    /// <inheritdoc/>
    public static int ReciprocalEstimateBits => 24;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar ReciprocalEstimate(Scalar value) => new(1f / value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar ClampMagnitude(Scalar value, float limit) => Min(Max(value, Broadcast(-limit)), Broadcast(limit));

    /// <inheritdoc/>
    public static bool FractionIsCentred => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Fraction(Scalar value, out Scalar whole)
    {
        whole = value + Broadcast(ExponentShift.Value);
        return value - (whole - Broadcast(ExponentShift.Value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Scale(Scalar value, Scalar whole) => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value._value) + (BitConverter.SingleToInt32Bits(whole._value) << 23)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MonicPolynomial(Scalar x, float c0, float c1, float c2, float c3)
    {
        var square = x._value * x._value;
        var low = float.MultiplyAddEstimate(c1, x._value, c0);
        var high = float.MultiplyAddEstimate(c3, x._value, c2) + square;
        return new(float.MultiplyAddEstimate(high, square, low));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float* left, Scalar right, ref Scalar sum) => sum._value = float.MultiplyAddEstimate(*left, right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar SwapHalves(Scalar value) => value;
}
