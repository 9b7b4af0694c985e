using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>Picks the register tile for a height and an activation.</summary>
internal static unsafe class DenseKernels
{
    /// <summary>The kernel for a tile of <paramref name="rows"/> output channels. [main-thread]</summary>
    public static delegate*<DenseTile*, void> Select<T>(int rows, ActivationKind? activation)
        where T : struct, ILanes<T> =>
        (delegate*<DenseTile*, void>)PointwiseFunctions.Visit<T, nint, ByHeight<T>>(activation, new ByHeight<T>(rows));

    private readonly struct ByHeight<T>(int rows) : IPointwiseVisitor<T, nint>
        where T : struct, ILanes<T>
    {
        // Function pointers travel as integers because they cannot be type arguments.
        public nint Visit<TPointwise>()
            where TPointwise : struct, IPointwise<T> => (nint)(rows switch
            {
                1 => &DenseKernel<T, TileShape.One, TPointwise>.Run,
                2 => &DenseKernel<T, TileShape.Two, TPointwise>.Run,
                3 => &DenseKernel<T, TileShape.Three, TPointwise>.Run,
                4 => &DenseKernel<T, TileShape.Four, TPointwise>.Run,
                5 when T.TileRows >= 5 => &DenseKernel<T, TileShape.Five, TPointwise>.Run,
                6 when T.TileRows >= 6 => &DenseKernel<T, TileShape.Six, TPointwise>.Run,
                7 when T.TileRows >= 7 => &DenseKernel<T, TileShape.Seven, TPointwise>.Run,
                8 when T.TileRows >= 8 => (delegate*<DenseTile*, void>)&DenseKernel<T, TileShape.Eight, TPointwise>.Run,
                _ => throw new ArgumentOutOfRangeException(nameof(rows)),
            });
    }
}
