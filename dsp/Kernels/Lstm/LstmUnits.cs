using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// How the hidden units of a layer spread over registers, and those over groups of one shape: a kernel computes one group after the other. Most
/// layers are one group.
/// </summary>
/// <param name="Count">Hidden units.</param>
internal readonly record struct LstmUnits<T>(int Count)
    where T : struct, ILanes<T>
{
    /// <summary>Registers of a group, a half one counted as whole: as many as leave the fewest idle; of several such numbers, the largest.</summary>
    public int GroupRegisters
    {
        get
        {
            var best = 1;
            for (var size = 2; size <= Math.Min(Registers, LstmKernels.MaxRegisters<T>()); size++)
            {
                if (RoundUp(Registers, size) <= RoundUp(Registers, best) + (size - best) / 2)
                    best = size;
            }

            return best;
        }
    }

    /// <summary>Whether the last units fill at most half a register. Only a layer of one group makes use of it.</summary>
    public bool HasHalf => Groups == 1 && Count % T.Count is var rest && rest > 0 && rest <= T.Count / 2;

    /// <summary>Number of groups.</summary>
    public int Groups => (Registers + GroupRegisters - 1) / GroupRegisters;

    /// <summary>Floats that a state of the layer takes.</summary>
    public int PaddedCount => Groups * GroupRegisters * T.Count;

    private int Registers => (Count + T.Count - 1) / T.Count;

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
