using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>How the hidden units of a layer spread over registers, and those over kernels: as few kernels as there can be, of nearly equal size.</summary>
/// <param name="Count">Hidden units.</param>
internal readonly record struct LstmUnits<T>(int Count)
    where T : struct, ILanes<T>
{
    /// <summary>Whether the last units fill at most half a register.</summary>
    public bool HasHalf => Count % T.Count is var rest && rest > 0 && rest <= T.Count / 2;

    /// <summary>Registers, half ones counted as whole.</summary>
    public int Registers => (Count + T.Count - 1) / T.Count;

    /// <summary>Floats that a state of the layer takes.</summary>
    public int PaddedCount => Registers * T.Count;

    /// <summary>Number of kernels.</summary>
    public int Groups => (Registers + LstmKernels.MaxRegisters<T>() - 1) / LstmKernels.MaxRegisters<T>();

    /// <summary>The first register of a kernel; of the one after the last, the number of registers.</summary>
    public int FirstRegister(int group) => group * Registers / Groups;

    /// <summary>Whether a kernel ends with half a register.</summary>
    public bool EndsWithHalf(int group) => HasHalf && group == Groups - 1;
}
