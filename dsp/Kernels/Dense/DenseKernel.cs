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
        TColumns a = TColumns.Broadcast(weights[0]), b = TRows.Count > 1 ? TColumns.Broadcast(weights[1]) : default, c = TRows.Count > 2 ? TColumns.Broadcast(weights[2]) : default, d = TRows.Count > 3 ? TColumns.Broadcast(weights[3]) : default;
        TColumns e = TRows.Count > 4 ? TColumns.Broadcast(weights[4]) : default, f = TRows.Count > 5 ? TColumns.Broadcast(weights[5]) : default, g = TRows.Count > 6 ? TColumns.Broadcast(weights[6]) : default, h = TRows.Count > 7 ? TColumns.Broadcast(weights[7]) : default;
        weights += TRows.Count;
        if (tile->Residual != null)
        {
            var residual = tile->Residual + frame;
            var stride = tile->ResidualStride;
            a += TColumns.Load(residual);
            if (TRows.Count > 1)
                b += TColumns.Load(residual + stride);
            if (TRows.Count > 2)
                c += TColumns.Load(residual + 2 * stride);
            if (TRows.Count > 3)
                d += TColumns.Load(residual + 3 * stride);
            if (TRows.Count > 4)
                e += TColumns.Load(residual + 4 * stride);
            if (TRows.Count > 5)
                f += TColumns.Load(residual + 5 * stride);
            if (TRows.Count > 6)
                g += TColumns.Load(residual + 6 * stride);
            if (TRows.Count > 7)
                h += TColumns.Load(residual + 7 * stride);
        }

        for (var term = 0; term < tile->TermCount; term++)
        {
            var source = tile->Sources[term] + frame;
            nint stride = tile->Strides[term];
            for (var channel = tile->Channels[term]; channel > 0; channel--)
            {
                var x = TColumns.Load(source);
                source += stride;
                TColumns.Accumulate(TColumns.Broadcast(weights[0]), x, ref a);
                if (TRows.Count > 1)
                    TColumns.Accumulate(TColumns.Broadcast(weights[1]), x, ref b);
                if (TRows.Count > 2)
                    TColumns.Accumulate(TColumns.Broadcast(weights[2]), x, ref c);
                if (TRows.Count > 3)
                    TColumns.Accumulate(TColumns.Broadcast(weights[3]), x, ref d);
                if (TRows.Count > 4)
                    TColumns.Accumulate(TColumns.Broadcast(weights[4]), x, ref e);
                if (TRows.Count > 5)
                    TColumns.Accumulate(TColumns.Broadcast(weights[5]), x, ref f);
                if (TRows.Count > 6)
                    TColumns.Accumulate(TColumns.Broadcast(weights[6]), x, ref g);
                if (TRows.Count > 7)
                    TColumns.Accumulate(TColumns.Broadcast(weights[7]), x, ref h);
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
