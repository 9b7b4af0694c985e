using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>Picks the kernel for a number of units.</summary>
internal static unsafe class LstmKernels
{
    /// <summary>Registers of units that a group takes at most: what the four sums of each leave free serves weights and inputs.</summary>
    public static int MaxRegisters<T>()
        where T : struct, IRegister<T> => T.Registers >= 32 ? 4 : 3;

    /// <summary>The kernel for groups of one shape. [main-thread]</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: more than <see cref="MaxRegisters{T}"/>, or nothing.</exception>
    public static LstmEntry Select<T>(int registers, bool hasHalf)
        where T : struct, IRegister<T> =>
        // The lanes that look 32 entries up at once.
        T.Count == 16 ? Select<T, TableGates<T>>(registers, hasHalf) : Select<T, RationalGates<T>>(registers, hasHalf);

    private static LstmEntry Select<T, TGates>(int registers, bool hasHalf)
        where T : struct, IRegister<T>
        where TGates : struct, ILstmGates<TGates, T> => (registers, hasHalf) switch
        {
            (1, true) => Entry<T, TGates, SplitGateSums<SplitGateSums<HalfGateSums<T>, T>, T>>(),
            (1, false) => Entry<T, TGates, SplitGateSums<GateSums<T>, T>>(),
            (2, true) => Entry<T, TGates, SplitGateSums<PairedGateSums<GateSums<T>, HalfGateSums<T>, T>, T>>(),
            (2, false) => Entry<T, TGates, PairedGateSums<GateSums<T>, GateSums<T>, T>>(),
            (3, true) => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, HalfGateSums<T>, T>, T>>(),
            (3, false) => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>, T>>(),
            (4, true) when T.Registers >= 32 => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>, HalfGateSums<T>, T>, T>>(),
            (4, false) when T.Registers >= 32 => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<PairedGateSums<GateSums<T>, GateSums<T>, T>, GateSums<T>, T>, GateSums<T>, T>, T>>(),
            _ => throw new ArgumentOutOfRangeException(nameof(registers)),
        };

    private static LstmEntry Entry<T, TGates, TSums>()
        where T : struct, IRegister<T>
        where TGates : struct, ILstmGates<TGates, T>
        where TSums : struct, IGateSums<TSums, T>
    {
        var constants = new float[TGates.ConstantCount];
        TGates.Write(constants);
        return new LstmEntry(&LstmKernel<T, TGates, TSums>.Run, TSums.Columns, constants, TGates.Scale);
    }
}
