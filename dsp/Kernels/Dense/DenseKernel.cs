using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;

namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>
/// A register tile of the dense operation: up to eight output channels times two registers of time. The sums are named locals, because only
/// those stay in registers; rows that <typeparamref name="TRows"/> does not have are removed by the compiler. Per input channel the tile loads
/// two registers of samples and multiplies each with one broadcast weight per row; weights lie in exactly the order in which they are used.
/// </summary>
internal static unsafe class DenseKernel<T, TRows, TPointwise>
    where T : struct, ILanes<T>
    where TRows : struct, ITileExtent
    where TPointwise : struct, IPointwise<T>
{
    /// <summary>Computes the tile for all frames of a chunk, rounded up to whole registers. [audio-thread]</summary>
    public static void Run(DenseTile* tile)
    {
        var frame = 0;
        for (; frame + T.Count < tile->Frames; frame += 2 * T.Count)
            Compute<TileShape.Two>(tile, frame);
        if (frame < tile->Frames)
            Compute<TileShape.One>(tile, frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TColumns>(DenseTile* tile, nint frame)
        where TColumns : struct, ITileExtent
    {
        var weights = tile->Weights;
        T a0 = Start(tile, weights, frame, 0, 0), a1 = TColumns.Count > 1 ? Start(tile, weights, frame, 0, 1) : default;
        T b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        T e0 = default, e1 = default, f0 = default, f1 = default, g0 = default, g1 = default, h0 = default, h1 = default;
        if (TRows.Count > 1)
            (b0, b1) = (Start(tile, weights, frame, 1, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 1, 1) : default);
        if (TRows.Count > 2)
            (c0, c1) = (Start(tile, weights, frame, 2, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 2, 1) : default);
        if (TRows.Count > 3)
            (d0, d1) = (Start(tile, weights, frame, 3, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 3, 1) : default);
        if (TRows.Count > 4)
            (e0, e1) = (Start(tile, weights, frame, 4, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 4, 1) : default);
        if (TRows.Count > 5)
            (f0, f1) = (Start(tile, weights, frame, 5, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 5, 1) : default);
        if (TRows.Count > 6)
            (g0, g1) = (Start(tile, weights, frame, 6, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 6, 1) : default);
        if (TRows.Count > 7)
            (h0, h1) = (Start(tile, weights, frame, 7, 0), TColumns.Count > 1 ? Start(tile, weights, frame, 7, 1) : default);
        weights += TRows.Count;
        for (var term = 0; term < tile->TermCount; term++)
        {
            var source = tile->Sources[term] + frame;
            nint stride = tile->Strides[term];
            for (var channel = tile->Channels[term]; channel > 0; channel--)
            {
                var x0 = T.Load(source);
                var x1 = TColumns.Count > 1 ? T.Load(source + T.Count) : default;
                source += stride;
                Accumulate<TColumns>(weights[0], x0, x1, ref a0, ref a1);
                if (TRows.Count > 1)
                    Accumulate<TColumns>(weights[1], x0, x1, ref b0, ref b1);
                if (TRows.Count > 2)
                    Accumulate<TColumns>(weights[2], x0, x1, ref c0, ref c1);
                if (TRows.Count > 3)
                    Accumulate<TColumns>(weights[3], x0, x1, ref d0, ref d1);
                if (TRows.Count > 4)
                    Accumulate<TColumns>(weights[4], x0, x1, ref e0, ref e1);
                if (TRows.Count > 5)
                    Accumulate<TColumns>(weights[5], x0, x1, ref f0, ref f1);
                if (TRows.Count > 6)
                    Accumulate<TColumns>(weights[6], x0, x1, ref g0, ref g1);
                if (TRows.Count > 7)
                    Accumulate<TColumns>(weights[7], x0, x1, ref h0, ref h1);
                weights += TRows.Count;
            }
        }

        Finish<TColumns>(tile, frame, 0, a0, a1);
        if (TRows.Count > 1)
            Finish<TColumns>(tile, frame, 1, b0, b1);
        if (TRows.Count > 2)
            Finish<TColumns>(tile, frame, 2, c0, c1);
        if (TRows.Count > 3)
            Finish<TColumns>(tile, frame, 3, d0, d1);
        if (TRows.Count > 4)
            Finish<TColumns>(tile, frame, 4, e0, e1);
        if (TRows.Count > 5)
            Finish<TColumns>(tile, frame, 5, f0, f1);
        if (TRows.Count > 6)
            Finish<TColumns>(tile, frame, 6, g0, g1);
        if (TRows.Count > 7)
            Finish<TColumns>(tile, frame, 7, h0, h1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Start(DenseTile* tile, float* biases, nint frame, nint row, nint column)
    {
        var sum = T.Broadcast(biases[row]);
        return tile->Residual == null ? sum : sum + T.Load(tile->Residual + row * tile->ResidualStride + frame + column * T.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<TColumns>(float weight, T x0, T x1, ref T sum0, ref T sum1)
        where TColumns : struct, ITileExtent
    {
        var broadcast = T.Broadcast(weight);
        sum0 = T.MultiplyAdd(broadcast, x0, sum0);
        if (TColumns.Count > 1)
            sum1 = T.MultiplyAdd(broadcast, x1, sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TColumns>(DenseTile* tile, nint frame, nint row, T value0, T value1)
        where TColumns : struct, ITileExtent
    {
        Store(tile, frame, row, value0);
        if (TColumns.Count > 1)
            Store(tile, frame + T.Count, row, value1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(DenseTile* tile, nint frame, nint row, T value)
    {
        var result = TPointwise.Apply(value, tile->Parameters + row * TPointwise.ParameterCount);
        if (tile->Destination != null)
            T.Store(tile->Destination + row * tile->DestinationStride + frame, result);
        if (tile->Sum == null)
            return;
        var sum = tile->Sum + row * tile->SumStride + frame;
        T.Store(sum, tile->StartsSum ? result : T.Load(sum) + result);
    }
}
