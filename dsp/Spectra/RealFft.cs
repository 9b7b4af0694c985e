using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Spectra;

/// <summary>
/// The discrete Fourier transform of real signals, in single precision with factors computed in double: relative RMS error below 2e-7.
/// Spectra are two planes of <see cref="BinCount"/> bins, <c>re[bin]</c> and <c>im[bin]</c>, from 0 Hz up to half the sample rate.
/// A transform holds tables only: any number of threads may use one at once, each with planes of its own.
/// </summary>
/// <remarks>
/// N real samples are folded into N/2 complex ones, transformed and separated (H. V. Sorensen et al., "Real-valued fast Fourier transform
/// algorithms", 1987). The stages of that way can be done slice by slice, which lets a convolver spread one large transform over many blocks.
/// </remarks>
public sealed unsafe class RealFft : IDisposable
{
    /// <summary>The smallest <see cref="Size"/>.</summary>
    public const int MinimumSize = 16;

    /// <summary>The largest <see cref="Size"/>.</summary>
    public const int MaximumSize = 1 << 23;

    private const int LargestShared = 1 << 16;
    private static readonly RealFft?[] SharedBySize = new RealFft?[BitOperations.Log2(LargestShared) + 1];

    private readonly ComplexFft _complex;
    private readonly NativeBuffer<float> _factors;
    private readonly int _half;

    /// <summary>Computes the tables for one size. [main-thread]</summary>
    /// <param name="size">Number of real samples, a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not a power of two or outside the limits.</exception>
    public RealFft(int size)
    {
        if (!BitOperations.IsPow2(size) || size is < MinimumSize or > MaximumSize)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A power of two from {MinimumSize} to {MaximumSize} is expected.");
        Size = size;
        _half = size / 2;
        _complex = new ComplexFft(_half);
        _factors = new NativeBuffer<float>(size);
        for (var bin = 0; bin < _half; bin++)
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * bin / size);
            _factors[bin] = (float)cos;
            _factors[_half + bin] = (float)sin;
        }
    }

    /// <summary>Number of real samples, N.</summary>
    public int Size { get; }

    /// <summary>Number of bins, N/2 + 1.</summary>
    public int BinCount => _half + 1;

    /// <summary>Floats that every plane handed to a transform must hold: the bins and some room behind them.</summary>
    public int PlaneLength => _half + ComplexFft.PlanePadding;

    /// <summary>Stages of either direction, each of <see cref="SliceCount"/> slices.</summary>
    internal int StageCount => _complex.PassCount + 2;

    /// <summary>Slices of every stage.</summary>
    internal int SliceCount => _complex.SliceCount;

    /// <summary>
    /// The transform of a common size (up to 65,536) that the whole process shares. Its tables are facts of mathematics and are never freed.
    /// [main-thread]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not a power of two or too large to be kept for ever.</exception>
    public static RealFft Shared(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestShared);
        ref var slot = ref SharedBySize[BitOperations.Log2((uint)Math.Max(size, 1))];
        var shared = Volatile.Read(ref slot);
        if (shared is not null && shared.Size == size)
            return shared;
        var created = new RealFft(size);
        var earlier = Interlocked.CompareExchange(ref slot, created, comparand: null);
        if (earlier is null)
            return created;
        created.Dispose();
        return earlier;
    }

    /// <summary>Spectrum of <see cref="Size"/> samples: X[k] = sum over n of x[n] e^(-2 pi i k n / N). [audio-thread]</summary>
    /// <param name="time">x[time], <see cref="Size"/> samples; not changed.</param>
    /// <param name="re">Real parts, <see cref="PlaneLength"/> floats.</param>
    /// <param name="im">Imaginary parts, <see cref="PlaneLength"/> floats.</param>
    /// <param name="scratch">Two planes of <see cref="PlaneLength"/> floats.</param>
    public void Forward(float* time, float* re, float* im, float* scratch)
    {
        for (var stage = 0; stage < StageCount; stage++)
            ForwardSlices(stage, 0, SliceCount, time, re, im, scratch);
    }

    /// <summary>The samples whose spectrum is given; undoes <see cref="Forward"/> including its scale. [audio-thread]</summary>
    /// <param name="re">Real parts; used as workspace, destroyed.</param>
    /// <param name="im">Imaginary parts, zero in the first and last bin; used as workspace, destroyed.</param>
    /// <param name="time">x[time], <see cref="Size"/> samples.</param>
    /// <param name="scratch">Two planes of <see cref="PlaneLength"/> floats.</param>
    public void Inverse(float* re, float* im, float* time, float* scratch)
    {
        for (var stage = 0; stage < StageCount; stage++)
            InverseSlices(stage, 0, SliceCount, re, im, time, scratch);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _complex.Dispose();
        _factors.Dispose();
    }

    /// <summary>A part of <see cref="Forward"/>: stages in order, the slices of each in order. [audio-thread]</summary>
    internal void ForwardSlices(int stage, int from, int to, float* time, float* re, float* im, float* scratch)
    {
        // The passes alternate between the two pairs of planes and must end in the scratch pair, from where the last stage separates.
        var other = scratch + PlaneLength;
        var intoScratch = ((stage + _complex.PassCount) & 1) == 0;
        if (stage == 0)
            Fold(from, to, time, intoScratch ? scratch : re, intoScratch ? other : im);
        else if (stage > _complex.PassCount)
            Separate(from, to, scratch, other, re, im);
        else if (intoScratch)
            _complex.Pass(stage - 1, from, to, re, im, scratch, other);
        else
            _complex.Pass(stage - 1, from, to, scratch, other, re, im);
    }

    /// <summary>A part of <see cref="Inverse"/>: stages in order, the slices of each in order. [audio-thread]</summary>
    internal void InverseSlices(int stage, int from, int to, float* re, float* im, float* time, float* scratch)
    {
        // Exchanging the planes of input and output turns the forward transform into the inverse one.
        var other = scratch + PlaneLength;
        var intoScratch = (stage & 1) == 0;
        if (stage == 0)
            Join(from, to, re, im, scratch, other);
        else if (stage > _complex.PassCount)
            Unfold(from, to, intoScratch ? re : scratch, intoScratch ? im : other, time);
        else if (intoScratch)
            _complex.Pass(stage - 1, from, to, im, re, other, scratch);
        else
            _complex.Pass(stage - 1, from, to, other, scratch, im, re);
    }

    /// <summary>Even samples become real parts, odd samples imaginary parts.</summary>
    private void Fold(int from, int to, float* time, float* re, float* im)
    {
        var end = SliceBegin(to);
        for (var n = SliceBegin(from); n < end; n += 4)
        {
            var first = Vector128.Load(time + (2 * n));
            var second = Vector128.Load(time + (2 * n) + 4);
            Interleaving.Evens(first, second).Store(re + n);
            Interleaving.Odds(first, second).Store(im + n);
        }
    }

    /// <summary>The reverse of <see cref="Fold"/>, with the scale 1 / N that the unscaled passes and <see cref="Join"/> leave to do.</summary>
    private void Unfold(int from, int to, float* re, float* im, float* time)
    {
        var scale = Vector128.Create(1f / Size);
        var end = SliceBegin(to);
        for (var n = SliceBegin(from); n < end; n += 4)
        {
            var evens = Vector128.Load(re + n) * scale;
            var odds = Vector128.Load(im + n) * scale;
            Interleaving.ZipLow(evens, odds).Store(time + (2 * n));
            Interleaving.ZipHigh(evens, odds).Store(time + (2 * n) + 4);
        }
    }

    /// <summary>
    /// X[k] = E + w O from the folded spectrum Z, where E = (Z[k] + conj Z[M-k]) / 2 belongs to the even samples, O = (Z[k] - conj Z[M-k]) / 2i to
    /// the odd ones and w = e^(-2 pi i k / N).
    /// </summary>
    private void Separate(int from, int to, float* zRe, float* zIm, float* re, float* im)
    {
        if (from == 0)
        {
            // The folded spectrum is periodic; its first bin also serves as the one behind its last.
            zRe[_half] = zRe[0];
            zIm[_half] = zIm[0];
            re[_half] = zRe[0] - zIm[0];
            im[_half] = 0;
        }

        var half = Vector256.Create(0.5f);
        var end = SliceBegin(to);
        for (var k = SliceBegin(from); k < end; k += 8)
        {
            var aRe = Vector256.Load(zRe + k);
            var aIm = Vector256.Load(zIm + k);
            var bRe = LoadReversed(zRe + _half - k);
            var bIm = LoadReversed(zIm + _half - k);
            var oddRe = (aIm + bIm) * half;
            var oddIm = (bRe - aRe) * half;
            var wRe = Vector256.Load(_factors.Pointer + k);
            var wIm = Vector256.Load(_factors.Pointer + _half + k);
            (((aRe + bRe) * half) + ((wRe * oddRe) - (wIm * oddIm))).Store(re + k);
            (((aIm - bIm) * half) + ((wRe * oddIm) + (wIm * oddRe))).Store(im + k);
        }
    }

    /// <summary>The reverse of <see cref="Separate"/>, twice too large: Z[k] = E + i O.</summary>
    private void Join(int from, int to, float* re, float* im, float* zRe, float* zIm)
    {
        var end = SliceBegin(to);
        for (var k = SliceBegin(from); k < end; k += 8)
        {
            var aRe = Vector256.Load(re + k);
            var aIm = Vector256.Load(im + k);
            var bRe = LoadReversed(re + _half - k);
            var bIm = LoadReversed(im + _half - k);
            var wRe = Vector256.Load(_factors.Pointer + k);
            var wIm = Vector256.Load(_factors.Pointer + _half + k);
            var turnedRe = aRe - bRe;
            var turnedIm = aIm + bIm;
            var oddRe = (wRe * turnedRe) + (wIm * turnedIm);
            var oddIm = (wRe * turnedIm) - (wIm * turnedRe);
            (aRe + bRe - oddIm).Store(zRe + k);
            (aIm - bIm + oddRe).Store(zIm + k);
        }
    }

    private int SliceBegin(int slice) => slice * (_half / SliceCount);

    /// <summary>last[0], last[-1], ... last[-7]. In halves, because only these shuffles are cheap on every instruction set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadReversed(float* last)
    {
        return Vector256.Create(Vector128.Shuffle(Vector128.Load(last - 3), Vector128.Create(3, 2, 1, 0)), Vector128.Shuffle(Vector128.Load(last - 7), Vector128.Create(3, 2, 1, 0)));
    }
}
