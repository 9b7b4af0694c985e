using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Spectra;

/// <summary>
/// The complex transform inside <see cref="RealFft"/>: Stockham's self-sorting passes of radix 4, closed by one of radix 2 where the size is
/// an odd power of two. A pass reads one pair of planes in order and writes another, so there is no bit reversal and every pass can be done
/// in slices. Only the forward direction exists: with the planes exchanged it is the inverse, M times too large.
/// </summary>
internal sealed unsafe class ComplexFft : IDisposable
{
    /// <summary>Butterflies of radix 4 in one slice.</summary>
    private const int SliceButterflies = 16;

    /// <summary>Floats behind each plane that a pass may overwrite: the first one always works on four butterflies at once.</summary>
    public const int PlanePadding = 16;

    private readonly NativeBuffer<float> _twiddles;
    private readonly int[] _passTwiddles;
    private readonly int _quarter;
    private readonly int _radix4Passes;

    /// <summary>Computes the twiddle factors for <paramref name="size"/> points, a power of two from 8 up. [main-thread]</summary>
    public ComplexFft(int size)
    {
        Debug.Assert(BitOperations.IsPow2(size) && size >= 8);
        Size = size;
        _quarter = size / 4;
        var bits = BitOperations.Log2((uint)size);
        _radix4Passes = bits / 2;
        PassCount = _radix4Passes + (bits & 1);
        SliceCount = Math.Max(1, _quarter / SliceButterflies);

        _passTwiddles = new int[_radix4Passes];
        var total = 0;
        for (var pass = 0; pass < _radix4Passes; pass++)
        {
            _passTwiddles[pass] = total;
            total += 6 * Math.Max(4, _quarter >> (2 * pass));
        }

        _twiddles = new NativeBuffer<float>(total);
        for (var pass = 0; pass < _radix4Passes; pass++)
            FillTwiddles(_twiddles.Pointer + _passTwiddles[pass], size >> (2 * pass), pass == 0 ? 4 : 1);
    }

    /// <summary>Number of complex points, M.</summary>
    public int Size { get; }

    /// <summary>Passes over the data.</summary>
    public int PassCount { get; }

    /// <summary>Slices every pass may be cut into.</summary>
    public int SliceCount { get; }

    /// <inheritdoc/>
    public void Dispose() => _twiddles.Dispose();

    /// <summary>Does slices <paramref name="from"/> up to <paramref name="to"/> of one pass. The planes must not overlap. [audio-thread]</summary>
    public void Pass(int pass, int from, int to, float* re, float* im, float* outRe, float* outIm)
    {
        if (pass == _radix4Passes)
        {
            var share = Size / 2 / SliceCount;
            Radix2(from * share, to * share, re, im, outRe, outIm);
            return;
        }

        var begin = from * (_quarter / SliceCount);
        var end = to * (_quarter / SliceCount);
        var twiddles = _twiddles.Pointer + _passTwiddles[pass];
        if (pass == 0)
            FirstRadix4(begin, end, twiddles, re, im, outRe, outIm);
        else if (pass == 1)
            Radix4<Wide128>(1 << (2 * pass), begin, end, twiddles, re, im, outRe, outIm);
        else if (Vector512.IsHardwareAccelerated)
            Radix4<Wide512>(1 << (2 * pass), begin, end, twiddles, re, im, outRe, outIm);
        else if (Vector256.IsHardwareAccelerated)
            Radix4<Wide256>(1 << (2 * pass), begin, end, twiddles, re, im, outRe, outIm);
        else
            Radix4<Wide128>(1 << (2 * pass), begin, end, twiddles, re, im, outRe, outIm);
    }

    /// <summary>
    /// w, w^2 and w^3 with w = e^(-2 pi i p / n), p = 0..n/4-1, as re, im, re, im, re, im; each entry holds <paramref name="lanes"/> neighbouring p.
    /// Computed in double: the rounding of the factors is then the only error they add.
    /// </summary>
    private static void FillTwiddles(float* table, int n, int lanes)
    {
        for (var p = 0; p < Math.Max(n / 4, lanes); p++)
        {
            var entry = table + (p / lanes * 6 * lanes) + (p % lanes);
            for (var power = 1; power <= 3; power++)
            {
                var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)power * p % n) / n);
                entry[2 * (power - 1) * lanes] = (float)cos;
                entry[((2 * (power - 1)) + 1) * lanes] = (float)sin;
            }
        }
    }

    /// <summary>The first pass: lanes hold four neighbouring butterflies, whose four results each are transposed on their way out.</summary>
    private void FirstRadix4(int begin, int end, float* twiddles, float* re, float* im, float* outRe, float* outIm)
    {
        for (var j = begin; j < end; j += 4)
        {
            var w = twiddles + (6 * j);
            Butterfly<Wide128>(
                re + j, im + j, _quarter,
                Wide128.Load(w), Wide128.Load(w + 4), Wide128.Load(w + 8), Wide128.Load(w + 12), Wide128.Load(w + 16), Wide128.Load(w + 20),
                outRe + (4 * j), outIm + (4 * j), 4);
            Transpose(outRe + (4 * j));
            Transpose(outIm + (4 * j));
        }
    }

    /// <summary>
    /// A later pass with <paramref name="stride"/> interleaved sub-transforms: flat index j = q + stride * p reads in order, and neighbouring
    /// q share the twiddle factors of p, so lanes run along q.
    /// </summary>
    private void Radix4<TLanes>(int stride, int begin, int end, float* twiddles, float* re, float* im, float* outRe, float* outIm)
        where TLanes : struct, ILanes<TLanes>
    {
        for (var j = begin; j < end;)
        {
            var p = j / stride;
            var stop = Math.Min(end, (p + 1) * stride);
            var w = twiddles + (6 * p);
            var w1Re = TLanes.Broadcast(w[0]);
            var w1Im = TLanes.Broadcast(w[1]);
            var w2Re = TLanes.Broadcast(w[2]);
            var w2Im = TLanes.Broadcast(w[3]);
            var w3Re = TLanes.Broadcast(w[4]);
            var w3Im = TLanes.Broadcast(w[5]);
            var target = 3 * stride * p;
            for (; j < stop; j += TLanes.Count)
                Butterfly(re + j, im + j, _quarter, w1Re, w1Im, w2Re, w2Im, w3Re, w3Im, outRe + target + j, outIm + target + j, stride);
        }
    }

    private void Radix2(int begin, int end, float* re, float* im, float* outRe, float* outIm)
    {
        var half = Size / 2;
        for (var j = begin; j < end; j += Wide128.Count)
        {
            var aRe = Wide128.Load(re + j);
            var aIm = Wide128.Load(im + j);
            var bRe = Wide128.Load(re + half + j);
            var bIm = Wide128.Load(im + half + j);
            Wide128.Store(outRe + j, aRe + bRe);
            Wide128.Store(outIm + j, aIm + bIm);
            Wide128.Store(outRe + half + j, aRe - bRe);
            Wide128.Store(outIm + half + j, aIm - bIm);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Butterfly<TLanes>(
        float* re, float* im, int step,
        TLanes w1Re, TLanes w1Im, TLanes w2Re, TLanes w2Im, TLanes w3Re, TLanes w3Im,
        float* outRe, float* outIm, int outStep)
        where TLanes : struct, ILanes<TLanes>
    {
        var aRe = TLanes.Load(re);
        var aIm = TLanes.Load(im);
        var bRe = TLanes.Load(re + step);
        var bIm = TLanes.Load(im + step);
        var cRe = TLanes.Load(re + (2 * step));
        var cIm = TLanes.Load(im + (2 * step));
        var dRe = TLanes.Load(re + (3 * step));
        var dIm = TLanes.Load(im + (3 * step));

        var sumRe = aRe + cRe;
        var sumIm = aIm + cIm;
        var differenceRe = aRe - cRe;
        var differenceIm = aIm - cIm;
        var crossSumRe = bRe + dRe;
        var crossSumIm = bIm + dIm;
        var crossDifferenceRe = bRe - dRe;
        var crossDifferenceIm = bIm - dIm;

        TLanes.Store(outRe, sumRe + crossSumRe);
        TLanes.Store(outIm, sumIm + crossSumIm);
        StoreProduct(differenceRe + crossDifferenceIm, differenceIm - crossDifferenceRe, w1Re, w1Im, outRe + outStep, outIm + outStep);
        StoreProduct(sumRe - crossSumRe, sumIm - crossSumIm, w2Re, w2Im, outRe + (2 * outStep), outIm + (2 * outStep));
        StoreProduct(differenceRe - crossDifferenceIm, differenceIm + crossDifferenceRe, w3Re, w3Im, outRe + (3 * outStep), outIm + (3 * outStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreProduct<TLanes>(TLanes re, TLanes im, TLanes wRe, TLanes wIm, float* outRe, float* outIm)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes.Store(outRe, (re * wRe) - (im * wIm));
        TLanes.Store(outIm, TLanes.MultiplyAdd(re, wIm, im * wRe));
    }

    /// <summary>Turns four rows of four floats into four columns, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(float* block)
    {
        var row0 = Vector128.Load(block);
        var row1 = Vector128.Load(block + 4);
        var row2 = Vector128.Load(block + 8);
        var row3 = Vector128.Load(block + 12);
        var low02 = Interleaving.ZipLow(row0, row2);
        var low13 = Interleaving.ZipLow(row1, row3);
        var high02 = Interleaving.ZipHigh(row0, row2);
        var high13 = Interleaving.ZipHigh(row1, row3);
        Interleaving.ZipLow(low02, low13).Store(block);
        Interleaving.ZipHigh(low02, low13).Store(block + 4);
        Interleaving.ZipLow(high02, high13).Store(block + 8);
        Interleaving.ZipHigh(high02, high13).Store(block + 12);
    }
}
