namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>What a single register can do beyond <see cref="ILanes{T}"/>: the bits of its lanes, and lanes that change places.</summary>
/// <typeparam name="T">The implementing struct itself.</typeparam>
public unsafe interface IRegister<T> : ILanes<T>
    where T : struct, IRegister<T>
{
    /// <summary>c0 + c1 x + c2 x^2 + c3 x^3 + x^4, in as few dependent operations as there can be.</summary>
    static abstract T MonicPolynomial(T x, float c0, float c1, float c2, float c3);

    /// <summary>sum += left * right with the left factor in memory, <see cref="ILanes{T}.Count"/> floats, unaligned: one instruction where there is one.</summary>
    static abstract void Accumulate(float* left, T right, ref T sum);

    /// <summary>The upper half of the lanes in the lower half and the reverse; a single lane stays where it is.</summary>
    static abstract T SwapHalves(T value);
}
