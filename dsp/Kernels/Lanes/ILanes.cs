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

    /// <summary>How many registers the instruction set names, by which tiles choose their size; a compile-time constant.</summary>
    static abstract int Registers { get; }

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

    /// <summary>sum += left * right, fused where the instruction set can; written in place, which is how the compiler finds the instruction that does so.</summary>
    static abstract void Accumulate(T left, T right, ref T sum);

    /// <summary>sum += weight * right, with one weight for all lanes.</summary>
    static abstract void Accumulate(float weight, T right, ref T sum);

    /// <summary>sum += what lies at <paramref name="source"/>, in place.</summary>
    static abstract void Add(float* source, ref T sum);

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

    /// <summary>addend - left * right, fused where the instruction set can.</summary>
    static abstract T MultiplySubtract(T left, T right, T addend);

    /// <summary>Correct bits of <see cref="ReciprocalEstimate"/>; a compile-time constant.</summary>
    static abstract int ReciprocalEstimateBits { get; }

    /// <summary>1 / value, roughly: what the machine has in place of its slow divider, or the division where it has nothing else.</summary>
    static abstract T ReciprocalEstimate(T value);

    /// <summary>The value, or the limit with the value's sign where that is smaller in magnitude; a limit for NaN too.</summary>
    static abstract T ClampMagnitude(T value, float limit);

    /// <summary>Whether <see cref="Fraction"/> counts from the nearest whole number, so lies in [-1/2, 1/2], or from the next lower one, so in [0, 1]; a compile-time constant.</summary>
    static abstract bool FractionIsCentred { get; }

    /// <summary>The value less a whole number; the value may be some thousands at most.</summary>
    /// <param name="value">The value.</param>
    /// <param name="whole">That number, in a form for <see cref="Scale"/> alone.</param>
    static abstract T Fraction(T value, out T whole);

    /// <summary>value * 2^n; value and result must be normal numbers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="whole">n, as <see cref="Fraction"/> gave it.</param>
    static abstract T Scale(T value, T whole);
}
