using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// How the hidden units of a layer spread over registers, and those over groups of one shape: a kernel computes one group after the other. Most
/// layers are one group.
/// </summary>
/// <param name="Count">Hidden units.</param>
internal readonly record struct LstmUnits<T>(int Count)
    where T : struct, IRegister<T>
{
    /// <summary>Registers of a group, a half one counted as whole.</summary>
    public int GroupRegisters
    {
        get
        {
            var best = 1;
            for (var size = 2; size <= Math.Min(Registers, LstmKernels.MaxRegisters<T>()); size++)
            {
                if (Cost(size) <= Cost(best))
                    best = size;
            }

            return best;
        }
    }

    /// <summary>Number of groups.</summary>
    public int Groups => GroupsOf(GroupRegisters);

    /// <summary>
    /// Whether the last units fill at most half a register. Only a layer of one group makes use of it, and only where there are registers enough: of
    /// three groups of sums and a half one the compiler would inline no more than a part.
    /// </summary>
    public bool HasHalf => Groups == 1 && (GroupRegisters < 3 || T.Registers >= 32) && Count % T.Count is var rest && rest > 0 && rest <= T.Count / 2;

    /// <summary>Units padded to whole groups.</summary>
    public int PaddedCount => Groups * GroupRegisters * T.Count;

    private int Registers => (Count + T.Count - 1) / T.Count;

    private int GroupsOf(int size) => (Registers + size - 1) / size;

    // Per column: four multiply-adds for each register, idle ones too, and what it takes to fetch a value.
    private int Cost(int size) => GroupsOf(size) * (2 * size + 1);
}
