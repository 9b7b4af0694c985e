using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>Eight samples in a 256-bit register (AVX2: 16 registers, of which a 4 x 2 tile takes eight for sums).</summary>
public unsafe struct Wide256 : IRegister<Wide256>
{
    private Vector256<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide256(Vector256<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static int Registers => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator +(Wide256 left, Wide256 right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator -(Wide256 left, Wide256 right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator *(Wide256 left, Wide256 right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 operator /(Wide256 left, Wide256 right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(float* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Wide256 value) => value._value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Broadcast(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MultiplyAdd(Wide256 left, Wide256 right, Wide256 addend) =>
        new(Vector256.MultiplyAddEstimate(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float weight, Wide256 right, ref Wide256 sum) => Accumulate(Broadcast(weight), right, ref sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Wide256 left, Wide256 right, ref Wide256 sum) => sum._value = Vector256.MultiplyAddEstimate(left._value, right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, ref Wide256 sum) => sum._value += Vector256.Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Wide256 value) => Vector128.Sum(value._value.GetLower() + value._value.GetUpper());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Min(Wide256 left, Wide256 right) => new(Vector256.MinNative(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Max(Wide256 left, Wide256 right) => new(Vector256.MaxNative(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Abs(Wide256 value) => new(Vector256.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 SelectGreater(Wide256 left, Wide256 right, Wide256 whenGreater, Wide256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(left._value, right._value), whenGreater._value, otherwise._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MultiplySubtract(Wide256 left, Wide256 right, Wide256 addend) =>
        new(Fma.MultiplyAddNegated(left._value, right._value, addend._value));

    /// <inheritdoc/>
    public static int ReciprocalEstimateBits => 24;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 ReciprocalEstimate(Wide256 value) => new(Vector256<float>.One / value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 ClampMagnitude(Wide256 value, float limit) => Min(Max(value, Broadcast(-limit)), Broadcast(limit));

    /// <inheritdoc/>
    public static bool FractionIsCentred => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Fraction(Wide256 value, out Wide256 whole)
    {
        whole = value + Broadcast(ExponentShift.Value);
        return value - (whole - Broadcast(ExponentShift.Value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Scale(Wide256 value, Wide256 whole) => new((value._value.AsInt32() + (whole._value.AsInt32() << 23)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MonicPolynomial(Wide256 x, float c0, float c1, float c2, float c3)
    {
        var square = x._value * x._value;
        var low = Vector256.MultiplyAddEstimate(Vector256.Create(c1), x._value, Vector256.Create(c0));
        var high = Vector256.MultiplyAddEstimate(Vector256.Create(c3), x._value, Vector256.Create(c2)) + square;
        return new(Vector256.MultiplyAddEstimate(high, square, low));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float* left, Wide256 right, ref Wide256 sum) => sum._value = Vector256.MultiplyAddEstimate(Vector256.Load(left), right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 SwapHalves(Wide256 value) => new(Vector256.Create(value._value.GetUpper(), value._value.GetLower()));
}
