using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>
/// A register tile of the dense operation: up to eight output channels times one, two or four registers of time. The sums are named locals, because only
/// those stay in registers; rows that <typeparamref name="TRows"/> does not have are removed by the compiler. Per input channel the tile loads its
/// registers of samples and multiplies each with one broadcast weight per row; weights lie in exactly the order in which they are used.
/// </summary>
internal static unsafe class DenseKernel<T, TRows>
    where T : struct, ILanes<T>
    where TRows : struct, ITileExtent
{
    // Sums, samples and one weight must find room: 6 x 4 of 32 registers, 2 x 4 or 6 x 2 of 16.
    private static int QuadRows => T.Registers >= 32 ? 6 : 2;

    /// <summary>Computes the tile for all frames of a chunk, rounded up to whole registers. [audio-thread]</summary>
    public static void Run(DenseTile* tile)
    {
        nint frame = 0;
        if (TRows.Count <= QuadRows)
        {
            for (; frame + 3 * T.Count < tile->Frames; frame += 4 * T.Count)
                Compute<Quad<T>>(tile, frame);
        }

        for (; frame + T.Count < tile->Frames; frame += 2 * T.Count)
            Compute<Pair<T>>(tile, frame);
        if (frame < tile->Frames)
            Compute<T>(tile, frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TColumns>(DenseTile* tile, nint frame)
        where TColumns : struct, ILanes<TColumns>
    {
        var weights = tile->Weights;
        Unsafe.SkipInit(out TColumns b);
        Unsafe.SkipInit(out TColumns c);
        Unsafe.SkipInit(out TColumns d);
        Unsafe.SkipInit(out TColumns e);
        Unsafe.SkipInit(out TColumns f);
        Unsafe.SkipInit(out TColumns g);
        Unsafe.SkipInit(out TColumns h);
        var a = TColumns.Broadcast(weights[0]);
        if (TRows.Count > 1)
            b = TColumns.Broadcast(weights[1]);
        if (TRows.Count > 2)
            c = TColumns.Broadcast(weights[2]);
        if (TRows.Count > 3)
            d = TColumns.Broadcast(weights[3]);
        if (TRows.Count > 4)
            e = TColumns.Broadcast(weights[4]);
        if (TRows.Count > 5)
            f = TColumns.Broadcast(weights[5]);
        if (TRows.Count > 6)
            g = TColumns.Broadcast(weights[6]);
        if (TRows.Count > 7)
            h = TColumns.Broadcast(weights[7]);
        weights += TRows.Count;
        if (tile->Residual != null)
        {
            var residual = tile->Residual + frame;
            var stride = tile->ResidualStride;
            TColumns.Add(residual, ref a);
            if (TRows.Count > 1)
                TColumns.Add(residual + stride, ref b);
            if (TRows.Count > 2)
                TColumns.Add(residual + 2 * stride, ref c);
            if (TRows.Count > 3)
                TColumns.Add(residual + 3 * stride, ref d);
            if (TRows.Count > 4)
                TColumns.Add(residual + 4 * stride, ref e);
            if (TRows.Count > 5)
                TColumns.Add(residual + 5 * stride, ref f);
            if (TRows.Count > 6)
                TColumns.Add(residual + 6 * stride, ref g);
            if (TRows.Count > 7)
                TColumns.Add(residual + 7 * stride, ref h);
        }

        for (var term = 0; term < tile->TermCount; term++)
        {
            var source = tile->Sources[term] + frame;
            nint stride = tile->Strides[term];
            for (var channel = tile->Channels[term]; channel > 0; channel--)
            {
                var x = TColumns.Load(source);
                source += stride;
                TColumns.Accumulate(weights[0], x, ref a);
                if (TRows.Count > 1)
                    TColumns.Accumulate(weights[1], x, ref b);
                if (TRows.Count > 2)
                    TColumns.Accumulate(weights[2], x, ref c);
                if (TRows.Count > 3)
                    TColumns.Accumulate(weights[3], x, ref d);
                if (TRows.Count > 4)
                    TColumns.Accumulate(weights[4], x, ref e);
                if (TRows.Count > 5)
                    TColumns.Accumulate(weights[5], x, ref f);
                if (TRows.Count > 6)
                    TColumns.Accumulate(weights[6], x, ref g);
                if (TRows.Count > 7)
                    TColumns.Accumulate(weights[7], x, ref h);
                weights += TRows.Count;
            }
        }

        var destination = tile->Destination + frame;
        var rows = tile->DestinationStride;
        TColumns.Store(destination, a);
        if (TRows.Count > 1)
            TColumns.Store(destination + rows, b);
        if (TRows.Count > 2)
            TColumns.Store(destination + 2 * rows, c);
        if (TRows.Count > 3)
            TColumns.Store(destination + 3 * rows, d);
        if (TRows.Count > 4)
            TColumns.Store(destination + 4 * rows, e);
        if (TRows.Count > 5)
            TColumns.Store(destination + 5 * rows, f);
        if (TRows.Count > 6)
            TColumns.Store(destination + 6 * rows, g);
        if (TRows.Count > 7)
            TColumns.Store(destination + 7 * rows, h);
    }
}
