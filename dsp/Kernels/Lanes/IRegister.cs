using System.Diagnostics.CodeAnalysis;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>What a single register can do beyond <see cref="ILanes{T}"/>: the bits of its lanes, and lanes that change places.</summary>
/// <typeparam name="T">The implementing struct itself.</typeparam>
public unsafe interface IRegister<T> : ILanes<T>
    where T : struct, IRegister<T>
{
    /// <summary>sum += left * right with the left factor in memory, <see cref="ILanes{T}.Count"/> floats, unaligned: one instruction where there is one.</summary>
    static abstract void Accumulate(float* left, T right, ref T sum);

    /// <summary>The smaller of two values that are not negative; NaN counts as the largest.</summary>
    static abstract T MinPositive(T left, T right);

    /// <summary>The value with the lowest <paramref name="bits"/> bits of its mantissa cleared, that is, rounded towards zero.</summary>
    static abstract T Truncate(T value, [ConstantExpected] byte bits);

    /// <summary>The value, with the other sign where <paramref name="sign"/> is negative.</summary>
    static abstract T FlipSign(T value, T sign);

    /// <summary>
    /// Per lane one of the 2 * <see cref="ILanes{T}.Count"/> entries of a table that two registers hold: the one whose number stands in the bits of
    /// <paramref name="key"/> from <paramref name="shift"/> up.
    /// </summary>
    static abstract T LookUp(T lower, T upper, T key, [ConstantExpected] byte shift);

    /// <summary>The upper half of the lanes in the lower half and the reverse; a single lane stays where it is.</summary>
    static abstract T SwapHalves(T value);
}
