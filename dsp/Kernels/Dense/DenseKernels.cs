using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>Picks the register tile for a height.</summary>
internal static unsafe class DenseKernels
{
    /// <summary>Output channels that a tile holds at most.</summary>
    public static int MostRows<T>()
        where T : struct, ILanes<T> => T.Registers >= 32 ? 8 : 6;

    /// <summary>The kernel for a tile of <paramref name="rows"/> output channels. [main-thread]</summary>
    public static delegate*<DenseTile*, void> Select<T>(int rows)
        where T : struct, ILanes<T> => rows switch
        {
            1 => &DenseKernel<T, TileShape.One>.Run,
            2 => &DenseKernel<T, TileShape.Two>.Run,
            3 => &DenseKernel<T, TileShape.Three>.Run,
            4 => &DenseKernel<T, TileShape.Four>.Run,
            5 => &DenseKernel<T, TileShape.Five>.Run,
            6 => &DenseKernel<T, TileShape.Six>.Run,
            7 when T.Registers >= 32 => &DenseKernel<T, TileShape.Seven>.Run,
            8 when T.Registers >= 32 => (delegate*<DenseTile*, void>)&DenseKernel<T, TileShape.Eight>.Run,
            _ => throw new ArgumentOutOfRangeException(nameof(rows)),
        };
}
