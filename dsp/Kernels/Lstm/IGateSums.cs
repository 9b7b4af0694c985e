using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Sums of the four gates for some units, in registers. Larger ones are made of smaller ones, so that one kernel serves every size and the
/// compiler sees named locals only.
/// </summary>
/// <typeparam name="TSelf">The implementing struct itself.</typeparam>
/// <typeparam name="T">The register.</typeparam>
internal unsafe interface IGateSums<TSelf, T>
    where TSelf : struct, IGateSums<TSelf, T>
    where T : struct, ILanes<T>
{
    /// <summary>Registers of sums, which are those of weights in a column.</summary>
    static abstract int Registers { get; }

    /// <summary>Registers of units.</summary>
    static abstract int UnitRegisters { get; }

    /// <summary>The biases. [audio-thread]</summary>
    static abstract TSelf Load(float* biases);

    /// <summary>Adds one column: weights[gate][unit] * x. [audio-thread]</summary>
    void MultiplyAdd(float* weights, T x);

    /// <summary>Adds other sums. [audio-thread]</summary>
    void Add(TSelf other);

    /// <summary>The new hidden state; the cell state is updated. [audio-thread]</summary>
    void Advance<TGates>(TGates gates, float* cell, float* hidden)
        where TGates : struct, ILstmGates<TGates, T>;
}
