using System.Runtime.Intrinsics.X86;
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
        where T : struct, IRegister<T>
    {
        // A constant to the compiler: a native build without AVX-512 has no such kernels.
        if (Avx512F.IsSupported && typeof(T) == typeof(Wide512))
            return Select<Wide512, TableGates>(registers, hasHalf);
        return Select<T, RationalGates<T>>(registers, hasHalf);
    }

    private static LstmEntry Select<T, TGates>(int registers, bool hasHalf)
        where T : struct, IRegister<T>
        where TGates : struct, ILstmGates<TGates, T> => (registers, hasHalf) switch
        {
            (1, true) => Entry<T, TGates, SplitGateSums<SplitGateSums<HalfGateSums<T, TGates>, T, TGates>, T, TGates>>(),
            (1, false) => Entry<T, TGates, SplitGateSums<GateSums<T, TGates>, T, TGates>>(),
            (2, true) => Entry<T, TGates, SplitGateSums<PairedGateSums<GateSums<T, TGates>, HalfGateSums<T, TGates>, T, TGates>, T, TGates>>(),
            (2, false) when T.Registers >= 32 => Entry<T, TGates, PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>>(),
            (2, false) => Entry<T, TGates, StoredGateSums<PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, T, TGates>>(),
            (3, true) when T.Registers >= 32 => Entry<T, TGates, PairedGateSums<StoredGateSums<PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, T, TGates>, HalfGateSums<T, TGates>, T, TGates>>(),
            (3, false) => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, GateSums<T, TGates>, T, TGates>, T, TGates>>(),
            (4, true) when T.Registers >= 32 => Entry<T, TGates, PairedGateSums<StoredGateSums<PairedGateSums<PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, GateSums<T, TGates>, T, TGates>, T, TGates>, HalfGateSums<T, TGates>, T, TGates>>(),
            (4, false) when T.Registers >= 32 => Entry<T, TGates, StoredGateSums<PairedGateSums<PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, PairedGateSums<GateSums<T, TGates>, GateSums<T, TGates>, T, TGates>, T, TGates>, T, TGates>>(),
            _ => throw new ArgumentOutOfRangeException(nameof(registers)),
        };

    private static LstmEntry Entry<T, TGates, TSums>()
        where T : struct, IRegister<T>
        where TGates : struct, ILstmGates<TGates, T>
        where TSums : struct, IGateSums<TSums, T, TGates>
    {
        var constants = new float[TGates.ConstantCount];
        TGates.Write(constants);
        return new LstmEntry(&LstmKernel<T, TGates, TSums>.Run, TSums.Columns, constants, TGates.Scale);
    }
}
