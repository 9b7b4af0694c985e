using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>Sixteen samples in a 512-bit register (AVX-512: 32 registers, weights broadcast inside the multiply-add).</summary>
public readonly unsafe struct Wide512 : ILanes<Wide512>
{
    private readonly Vector512<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide512(Vector512<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    public static int TileRows => 8;

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
    public static float Sum(Wide512 value) => Vector512.Sum(value._value);

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
    public static Wide512 Reciprocal(Wide512 value)
    {
        // Fourteen bits, doubled by one step of Newton's.
        var estimate = Avx512F.Reciprocal14(value._value);
        var error = Avx512F.FusedMultiplyAddNegated(value._value, estimate, Vector512<float>.One);
        return new(Avx512F.FusedMultiplyAdd(error, estimate, estimate));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 ClampMagnitude(Wide512 value, float limit)
    {
        const byte lesserMagnitudeWithFirstSign = 2;
        return new(Avx512DQ.Range(value._value, Vector512.Create(limit), lesserMagnitudeWithFirstSign));
    }

    /// <inheritdoc/>
    /// <remarks>The fraction over the next lower integer comes from one instruction, and the scaling by that integer is another.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Exp2(Wide512 exponent)
    {
        const byte lessRoundedDown = 1;
        var f = new Wide512(Avx512DQ.Reduce(exponent._value, lessRoundedDown));
        // 2^f - 1 over f, for f in [0, 1): least relative error of 2^f, 8.2e-8.
        var p = MultiplyAdd(Broadcast(0.001867130148f), f, Broadcast(0.009017029752f));
        p = MultiplyAdd(p, f, Broadcast(0.05579991395f));
        p = MultiplyAdd(p, f, Broadcast(0.2401644497f));
        p = MultiplyAdd(p, f, Broadcast(0.6931513119f));
        p = MultiplyAdd(p, f, Broadcast(1f));
        return new(Avx512F.Scale(p._value, exponent._value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 ScaleByPowerOfTwo(Wide512 value, Wide512 shifted) =>
        new((value._value.AsInt32() + (shifted._value.AsInt32() << 23)).AsSingle());
}
