namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>
/// A row of consecutive samples in one register: the only vocabulary that kernels speak. Kernels are written once against this interface and
/// instantiated for 512-, 256-, 128-bit vectors and for a single float; the compiler specialises each, so nothing is virtual and nothing boxed.
/// Lane i holds time t + i. The same expression yields the same bits in every lane, which is what makes output independent of block size.
/// </summary>
/// <typeparam name="T">The implementing struct itself.</typeparam>
public unsafe interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Number of samples held; a compile-time constant to the code generator.</summary>
    static abstract int Count { get; }

    /// <summary>Output channels a register tile should hold at once, given how many registers this instruction set names.</summary>
    static abstract int TileRows { get; }

    /// <summary>Lane-wise sum.</summary>
    static abstract T operator +(T left, T right);

    /// <summary>Lane-wise difference.</summary>
    static abstract T operator -(T left, T right);

    /// <summary>Lane-wise product.</summary>
    static abstract T operator *(T left, T right);

    /// <summary>Lane-wise quotient.</summary>
    static abstract T operator /(T left, T right);

    /// <summary>Reads <see cref="Count"/> floats, unaligned.</summary>
    static abstract T Load(float* source);

    /// <summary>Writes <see cref="Count"/> floats, unaligned.</summary>
    static abstract void Store(float* destination, T value);

    /// <summary>The same value in every lane.</summary>
    static abstract T Broadcast(float value);

    /// <summary>left * right + addend, fused where the instruction set can.</summary>
    static abstract T MultiplyAdd(T left, T right, T addend);

    /// <summary>c0 + c1 x + c2 x^2 + c3 x^3 + x^4, in as few dependent operations as there can be.</summary>
    static abstract T MonicPolynomial(T x, float c0, float c1, float c2, float c3);

    /// <summary>sum += left * right, fused where the instruction set can; written in place, which is how the compiler finds the instruction that does so.</summary>
    static abstract void Accumulate(T left, T right, ref T sum);

    /// <summary>sum += left * right with the left factor in memory, <see cref="Count"/> floats, unaligned: one instruction where there is one.</summary>
    static abstract void Accumulate(float* left, T right, ref T sum);

    /// <summary>The sum of all lanes.</summary>
    static abstract float Sum(T value);

    /// <summary>Lane-wise minimum; the second operand where one is NaN.</summary>
    static abstract T Min(T left, T right);

    /// <summary>Lane-wise maximum; the second operand where one is NaN.</summary>
    static abstract T Max(T left, T right);

    /// <summary>The value, but no further from zero than <paramref name="limit"/>; NaN becomes the negative limit.</summary>
    static abstract T Clamp(T value, float limit);

    /// <summary>Lane-wise magnitude.</summary>
    static abstract T Abs(T value);

    /// <summary>Per lane: left &gt; right ? whenGreater : otherwise.</summary>
    static abstract T SelectGreater(T left, T right, T whenGreater, T otherwise);

    /// <summary>
    /// 2^n for a value that holds n + 1.5 * 2^23, that is, whose low mantissa bits are the integer n (-126..127): the bits move into the exponent.
    /// </summary>
    static abstract T PowerOfTwo(T shifted);

    /// <summary>The upper half of the lanes in the lower half and the reverse; a single lane stays where it is.</summary>
    static abstract T SwapHalves(T value);
}
