using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// What becomes of the gate sums: c = sigmoid(f) c + sigmoid(i) tanh(g); h = sigmoid(o) tanh(c). Everything else waits for this, so it is
/// written for few dependent operations, not for few operations. All arguments are tanh's: sigmoid(x) = (1 + tanh(x / 2)) / 2, and what an
/// argument is multiplied with is in the weights already.
/// </summary>
/// <typeparam name="TSelf">The implementing struct itself. An instance holds constants in registers.</typeparam>
/// <typeparam name="T">The register.</typeparam>
internal unsafe interface ILstmGates<TSelf, T>
    where TSelf : struct, ILstmGates<TSelf, T>
    where T : struct, IRegister<T>
{
    /// <summary>Floats that <see cref="Load"/> reads.</summary>
    static abstract int ConstantCount { get; }

    /// <summary>What cell states are kept multiplied with, and the sums of the cell gate arrive multiplied with; the other gates' with half of it.</summary>
    static abstract float Scale { get; }

    /// <summary>Writes the constants. [main-thread]</summary>
    static abstract void Write(Span<float> constants);

    /// <summary>Takes the constants into registers. [audio-thread]</summary>
    static abstract TSelf Load(float* constants);

    /// <summary>One register of units: the new hidden state; the cell state is updated. [audio-thread]</summary>
    T Advance(T forget, T input, T cell, T output, ref T state);

    /// <summary>Half a register of units, in the lower half; what the upper halves hold means nothing. [audio-thread]</summary>
    T Advance(T forgetAndInput, T cellAndOutput, ref T state);
}
