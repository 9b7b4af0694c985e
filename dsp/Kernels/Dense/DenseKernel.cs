using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;

namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>
/// A register tile of the dense operation: up to eight output channels times two registers of time. The sums are named locals, because only
/// those stay in registers; rows that <typeparamref name="TRows"/> does not have are removed by the compiler. Per input channel the tile loads
/// two registers of samples and multiplies each with one broadcast weight per row; weights lie in exactly the order in which they are used.
/// The finished sums pass through a scratch line, so that the activation is one small loop: unrolled sixteen times it would exhaust the
/// compiler's inlining budget, and a call per register costs more than the multiplications.
/// </summary>
internal static unsafe class DenseKernel<T, TRows, TPointwise>
    where T : struct, ILanes<T>
    where TRows : struct, ITileExtent
    where TPointwise : struct, IPointwise<T>
{
    /// <summary>Computes the tile for all frames of a chunk, rounded up to whole registers. [audio-thread]</summary>
    public static void Run(DenseTile* tile)
    {
        nint frame = 0;
        for (; frame + T.Count < tile->Frames; frame += 2 * T.Count)
        {
            Accumulate<TileShape.Two>(tile, frame);
            Finish<TileShape.Two>(tile, frame);
        }

        if (frame >= tile->Frames)
            return;
        Accumulate<TileShape.One>(tile, frame);
        Finish<TileShape.One>(tile, frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate<TColumns>(DenseTile* tile, nint frame)
        where TColumns : struct, ITileExtent
    {
        var weights = tile->Weights;
        T a0 = T.Broadcast(weights[0]), b0 = TRows.Count > 1 ? T.Broadcast(weights[1]) : default, c0 = TRows.Count > 2 ? T.Broadcast(weights[2]) : default, d0 = TRows.Count > 3 ? T.Broadcast(weights[3]) : default;
        T e0 = TRows.Count > 4 ? T.Broadcast(weights[4]) : default, f0 = TRows.Count > 5 ? T.Broadcast(weights[5]) : default, g0 = TRows.Count > 6 ? T.Broadcast(weights[6]) : default, h0 = TRows.Count > 7 ? T.Broadcast(weights[7]) : default;
        T a1 = a0, b1 = b0, c1 = c0, d1 = d0, e1 = e0, f1 = f0, g1 = g0, h1 = h0;
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
                MultiplyAdd<TColumns>(weights[0], x0, x1, ref a0, ref a1);
                if (TRows.Count > 1)
                    MultiplyAdd<TColumns>(weights[1], x0, x1, ref b0, ref b1);
                if (TRows.Count > 2)
                    MultiplyAdd<TColumns>(weights[2], x0, x1, ref c0, ref c1);
                if (TRows.Count > 3)
                    MultiplyAdd<TColumns>(weights[3], x0, x1, ref d0, ref d1);
                if (TRows.Count > 4)
                    MultiplyAdd<TColumns>(weights[4], x0, x1, ref e0, ref e1);
                if (TRows.Count > 5)
                    MultiplyAdd<TColumns>(weights[5], x0, x1, ref f0, ref f1);
                if (TRows.Count > 6)
                    MultiplyAdd<TColumns>(weights[6], x0, x1, ref g0, ref g1);
                if (TRows.Count > 7)
                    MultiplyAdd<TColumns>(weights[7], x0, x1, ref h0, ref h1);
                weights += TRows.Count;
            }
        }

        var scratch = tile->Scratch;
        Store<TColumns>(scratch, a0, a1);
        if (TRows.Count > 1)
            Store<TColumns>(scratch + 2 * T.Count, b0, b1);
        if (TRows.Count > 2)
            Store<TColumns>(scratch + 4 * T.Count, c0, c1);
        if (TRows.Count > 3)
            Store<TColumns>(scratch + 6 * T.Count, d0, d1);
        if (TRows.Count > 4)
            Store<TColumns>(scratch + 8 * T.Count, e0, e1);
        if (TRows.Count > 5)
            Store<TColumns>(scratch + 10 * T.Count, f0, f1);
        if (TRows.Count > 6)
            Store<TColumns>(scratch + 12 * T.Count, g0, g1);
        if (TRows.Count > 7)
            Store<TColumns>(scratch + 14 * T.Count, h0, h1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyAdd<TColumns>(float weight, T x0, T x1, ref T sum0, ref T sum1)
        where TColumns : struct, ITileExtent
    {
        var broadcast = T.Broadcast(weight);
        sum0 = T.MultiplyAdd(broadcast, x0, sum0);
        if (TColumns.Count > 1)
            sum1 = T.MultiplyAdd(broadcast, x1, sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns>(float* scratch, T sum0, T sum1)
        where TColumns : struct, ITileExtent
    {
        T.Store(scratch, sum0);
        if (TColumns.Count > 1)
            T.Store(scratch + T.Count, sum1);
    }

    // Residual, activation, result and running sum, row by row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish<TColumns>(DenseTile* tile, nint frame)
        where TColumns : struct, ITileExtent
    {
        for (nint row = 0; row < TRows.Count; row++)
        {
            var scratch = tile->Scratch + 2 * row * T.Count;
            var parameters = tile->Parameters + row * TPointwise.ParameterCount;
            var value0 = T.Load(scratch);
            var value1 = TColumns.Count > 1 ? T.Load(scratch + T.Count) : default;
            if (tile->Residual != null)
            {
                var residual = tile->Residual + row * tile->ResidualStride + frame;
                value0 += T.Load(residual);
                if (TColumns.Count > 1)
                    value1 += T.Load(residual + T.Count);
            }

            value0 = TPointwise.Apply(value0, parameters);
            if (TColumns.Count > 1)
                value1 = TPointwise.Apply(value1, parameters);
            if (tile->Destination != null)
                Store<TColumns>(tile->Destination + row * tile->DestinationStride + frame, value0, value1);
            if (tile->Sum == null)
                continue;
            var sum = tile->Sum + row * tile->SumStride + frame;
            if (!tile->StartsSum)
            {
                value0 += T.Load(sum);
                if (TColumns.Count > 1)
                    value1 += T.Load(sum + T.Count);
            }

            Store<TColumns>(sum, value0, value1);
        }
    }
}
