using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>Picks the kernel for a number of units.</summary>
internal static unsafe class LstmKernels
{
    /// <summary>Whether the lanes look 32 entries up at once.</summary>
    public static bool HasTable<T>()
        where T : struct, ILanes<T> => T.Count == 16;

    /// <summary>Registers of units that a kernel takes at most: what the four sums of each leave free serves weights and inputs.</summary>
    public static int MaxRegisters<T>()
        where T : struct, ILanes<T> => T.TileRows > 4 ? 4 : 3;

    /// <summary>The kernel for a number of units. [main-thread]</summary>
    public static delegate*<LstmCall*, void> Select<T>(int registers, bool hasHalf)
        where T : struct, ILanes<T> =>
        HasTable<T>() ? Select<T, TableGates<T>>(registers, hasHalf) : Select<T, RationalGates<T>>(registers, hasHalf);

    private static delegate*<LstmCall*, void> Select<T, TGates>(int registers, bool hasHalf)
        where T : struct, ILanes<T>
        where TGates : struct, ILstmGates<TGates, T> => (registers, hasHalf) switch
        {
            (0, true) => &LstmKernel<T, TGates, SplitGateSums<SplitGateSums<HalfGateSums<T>, T>, T>>.Run,
            (1, false) => &LstmKernel<T, TGates, SplitGateSums<GateSums<T>, T>>.Run,
            (1, true) => &LstmKernel<T, TGates, SplitGateSums<PairedGateSums<GateSums<T>, HalfGateSums<T>, T>, T>>.Run,
            (2, false) => &LstmKernel<T, TGates, PairedGateSums<GateSums<T>, GateSums<T>, T>>.Run,
            (2, true) => &LstmKernel<T, TGates, PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, HalfGateSums<T>, T>>.Run,
            (3, false) => &LstmKernel<T, TGates, PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>>.Run,
            (3, true) => &LstmKernel<T, TGates, PairedGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>, HalfGateSums<T>, T>>.Run,
            (4, false) => &LstmKernel<T, TGates, PairedGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>, GateSums<T>, T>>.Run,
            _ => throw new ArgumentOutOfRangeException(nameof(registers)),
        };
}
