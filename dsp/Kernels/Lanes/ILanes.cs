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

    /// <summary>The sum of all lanes.</summary>
    static abstract float Sum(T value);

    /// <summary>Lane-wise minimum; the second operand where one is NaN.</summary>
    static abstract T Min(T left, T right);

    /// <summary>Lane-wise maximum; the second operand where one is NaN.</summary>
    static abstract T Max(T left, T right);

    /// <summary>Lane-wise magnitude.</summary>
    static abstract T Abs(T value);

    /// <summary>Per lane: left &gt; right ? whenGreater : otherwise.</summary>
    static abstract T SelectGreater(T left, T right, T whenGreater, T otherwise);

    /// <summary>1 / value, within one unit in the last place and without the machine's slow divider where it has an estimate to begin with.</summary>
    static abstract T Reciprocal(T value);

    /// <summary>The value, or the limit with the value's sign where that is smaller in magnitude; a limit for NaN too.</summary>
    static abstract T ClampMagnitude(T value, float limit);

    /// <summary>2^exponent for magnitudes up to 100, with a relative error below 1.5e-7; exactly 1 for 0.</summary>
    static abstract T Exp2(T exponent);

    /// <summary>
    /// value * 2^n, where <paramref name="shifted"/> holds n + 1.5 * 2^23, that is, where its low mantissa bits are the integer n: they are added to
    /// the exponent. Value and result must be normal numbers.
    /// </summary>
    static abstract T ScaleByPowerOfTwo(T value, T shifted);
}
