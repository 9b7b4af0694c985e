using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// Nothing but multiply-adds, in more independent sums than the processor has in flight (two a cycle with a latency of four or five cycles):
/// the most that any kernel could reach. Twelve sums and two factors are fourteen registers, so that AVX2, which names sixteen, spills none.
/// </summary>
internal static class MultiplyAddLoop<T>
    where T : struct, ILanes<T>
{
    private const int Sums = 12;
    private const int Unrolled = 2;

    /// <summary>Multiply-accumulates of one turn.</summary>
    public static int MacsPerTurn => Sums * Unrolled * T.Count;

    /// <summary>Runs it; the result only keeps the compiler from leaving the work out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Run(int turns, float scale, float addend)
    {
        // Sums converge to addend / (1 - scale): neither denormal nor infinite, which might take another time.
        T x = T.Broadcast(scale), y = T.Broadcast(addend);
        T a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (var turn = turns; turn > 0; turn--)
        {
            a = T.MultiplyAdd(a, x, y);
            b = T.MultiplyAdd(b, x, y);
            c = T.MultiplyAdd(c, x, y);
            d = T.MultiplyAdd(d, x, y);
            e = T.MultiplyAdd(e, x, y);
            f = T.MultiplyAdd(f, x, y);
            g = T.MultiplyAdd(g, x, y);
            h = T.MultiplyAdd(h, x, y);
            i = T.MultiplyAdd(i, x, y);
            j = T.MultiplyAdd(j, x, y);
            k = T.MultiplyAdd(k, x, y);
            l = T.MultiplyAdd(l, x, y);
            a = T.MultiplyAdd(a, x, y);
            b = T.MultiplyAdd(b, x, y);
            c = T.MultiplyAdd(c, x, y);
            d = T.MultiplyAdd(d, x, y);
            e = T.MultiplyAdd(e, x, y);
            f = T.MultiplyAdd(f, x, y);
            g = T.MultiplyAdd(g, x, y);
            h = T.MultiplyAdd(h, x, y);
            i = T.MultiplyAdd(i, x, y);
            j = T.MultiplyAdd(j, x, y);
            k = T.MultiplyAdd(k, x, y);
            l = T.MultiplyAdd(l, x, y);
        }

        return T.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
