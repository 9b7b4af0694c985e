using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>Sixteen samples in a 512-bit register (AVX-512: 32 registers, weights broadcast inside the multiply-add).</summary>
public unsafe struct Wide512 : IRegister<Wide512>
{
    private Vector512<float> _value;

    /// <summary>Takes a register over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide512(Vector512<float> value) => _value = value;

    /// <summary>The register, for kernels that need an instruction which only registers of this width have.</summary>
    public Vector512<float> Value => _value;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    public static int Registers => 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator +(Wide512 left, Wide512 right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator -(Wide512 left, Wide512 right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator *(Wide512 left, Wide512 right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 operator /(Wide512 left, Wide512 right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(float* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Wide512 value) => value._value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Broadcast(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MultiplyAdd(Wide512 left, Wide512 right, Wide512 addend) =>
        new(Vector512.MultiplyAddEstimate(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float weight, Wide512 right, ref Wide512 sum) => Accumulate(Broadcast(weight), right, ref sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Wide512 left, Wide512 right, ref Wide512 sum) => sum._value = Vector512.MultiplyAddEstimate(left._value, right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, ref Wide512 sum) => sum._value += Vector512.Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Wide512 value)
    {
        // Half by half: the framework's own sum adds up each quarter by itself.
        var half = value._value.GetLower() + value._value.GetUpper();
        return Vector128.Sum(half.GetLower() + half.GetUpper());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Min(Wide512 left, Wide512 right) => new(Vector512.MinNative(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Max(Wide512 left, Wide512 right) => new(Vector512.MaxNative(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Abs(Wide512 value) => new(Vector512.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 SelectGreater(Wide512 left, Wide512 right, Wide512 whenGreater, Wide512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(left._value, right._value), whenGreater._value, otherwise._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MultiplySubtract(Wide512 left, Wide512 right, Wide512 addend) =>
        new(Avx512F.FusedMultiplyAddNegated(left._value, right._value, addend._value));

    /// <inheritdoc/>
    public static int ReciprocalEstimateBits => 14;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 ReciprocalEstimate(Wide512 value) => new(Avx512F.Reciprocal14(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 ClampMagnitude(Wide512 value, float limit)
    {
        const byte lesserMagnitudeWithFirstSign = 2;
        return new(Avx512DQ.Range(value._value, Vector512.Create(limit), lesserMagnitudeWithFirstSign));
    }

    /// <inheritdoc/>
    public static bool FractionIsCentred => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Fraction(Wide512 value, out Wide512 whole)
    {
        // The scaling rounds down by itself.
        whole = value;
        const byte lessRoundedDown = 1;
        return new(Avx512DQ.Reduce(value._value, lessRoundedDown));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Scale(Wide512 value, Wide512 whole) => new(Avx512F.Scale(value._value, whole._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MonicPolynomial(Wide512 x, float c0, float c1, float c2, float c3)
    {
        var square = x._value * x._value;
        var low = Vector512.MultiplyAddEstimate(Vector512.Create(c1), x._value, Vector512.Create(c0));
        var high = Vector512.MultiplyAddEstimate(Vector512.Create(c3), x._value, Vector512.Create(c2)) + square;
        return new(Vector512.MultiplyAddEstimate(high, square, low));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(float* left, Wide512 right, ref Wide512 sum) => sum._value = Vector512.MultiplyAddEstimate(Vector512.Load(left), right._value, sum._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 SwapHalves(Wide512 value) => new(Vector512.Create(value._value.GetUpper(), value._value.GetLower()));
}
