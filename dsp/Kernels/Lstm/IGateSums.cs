using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Sums of the four gates for some units, in registers. Larger ones are made of smaller ones, so that one kernel serves every size and the
/// compiler sees named locals only.
/// </summary>
/// <typeparam name="TSelf">The implementing struct itself.</typeparam>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe interface IGateSums<TSelf, T, TGates>
    where TSelf : struct, IGateSums<TSelf, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    /// <summary>Floats that the units take in a state.</summary>
    static abstract int UnitFloats { get; }

    /// <summary>Floats of weights in a column.</summary>
    static abstract int ColumnFloats { get; }

    /// <summary>Columns that <see cref="AddColumns"/> takes.</summary>
    static abstract int Columns { get; }

    /// <summary>Starts with the biases. [audio-thread]</summary>
    static abstract TSelf Load(float* biases);

    /// <summary>Adds one column: weights[gate][unit] * x. [audio-thread]</summary>
    void AddColumn(float* weights, T x);

    /// <summary>Adds <see cref="Columns"/> columns: weights[column][gate][unit] * vector[column]. [audio-thread]</summary>
    void AddColumns(float* weights, float* vector);

    /// <summary>Adds other sums. [audio-thread]</summary>
    void Add(TSelf other);

    /// <summary>Writes the sums, register after register. [audio-thread]</summary>
    void Store(float* sums);

    /// <summary>The new hidden and cell state. [audio-thread]</summary>
    void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden);
}
