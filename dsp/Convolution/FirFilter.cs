using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// Convolution by its definition, y[t] = sum over i of h[i] x[t - i]: no delay, no spectra, the best choice up to a few hundred taps.
/// Lanes are neighbouring output samples; each output is one fixed sequence of operations, so every block partition gives the same bits.
/// </summary>
public sealed unsafe class FirFilter : IDisposable
{
    private const int ChunkSamples = 256;

    /// <summary>Taps summed on their own before they join the total: keeps the rounding error of long filters small.</summary>
    private const int GroupTaps = 64;

    private readonly NativeBuffer<float> _taps;
    private readonly NativeBuffer<float> _chunk;
    private readonly SlidingHistory _history;

    /// <summary>Copies the taps. [main-thread]</summary>
    /// <param name="taps">h[i], at least one; h[0] multiplies the newest sample.</param>
    /// <exception cref="ArgumentException">There is no tap.</exception>
    public FirFilter(ReadOnlySpan<float> taps)
    {
        if (taps.IsEmpty)
            throw new ArgumentException("A filter has at least one tap.", nameof(taps));
        _taps = NativeBuffer<float>.CopyOf(taps);
        _chunk = new NativeBuffer<float>(ChunkSamples + SlidingHistory.ReadableBehind);
        _history = new SlidingHistory(taps.Length - 1, ChunkSamples);
    }

    /// <summary>Number of taps.</summary>
    public int TapCount => _taps.Length;

    /// <summary>Forgets the past. [audio-thread]</summary>
    public void Reset() => _history.Reset();

    /// <summary>Filters a block; the two planes may be the same. [audio-thread]</summary>
    /// <param name="input">x[time].</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of both.</param>
    public void Process(float* input, float* output, int frames)
    {
        for (var done = 0; done < frames;)
        {
            var count = Math.Min(frames - done, ChunkSamples);
            var newest = _history.Append(input + done, count);
            if (Vector512.IsHardwareAccelerated)
                Convolve<Wide512>(newest, count);
            else if (Vector256.IsHardwareAccelerated)
                Convolve<Wide256>(newest, count);
            else
                Convolve<Wide128>(newest, count);
            new ReadOnlySpan<float>(_chunk.Pointer, count).CopyTo(new Span<float>(output + done, count));
            done += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _taps.Dispose();
        _chunk.Dispose();
        _history.Dispose();
    }

    /// <summary>Whole vectors only: the last one may reach past the block, into samples that are computed and never used.</summary>
    private void Convolve<TLanes>(float* x, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        var t = 0;
        for (; t <= count - (4 * TLanes.Count); t += 4 * TLanes.Count)
            Tile<TLanes>(x + t, _chunk.Pointer + t);
        for (; t < count; t += TLanes.Count)
            Row<TLanes>(x + t, _chunk.Pointer + t);
    }

    /// <summary>Four vectors at once hide the latency of the multiply-add and share each broadcast tap.</summary>
    private void Tile<TLanes>(float* x, float* y)
        where TLanes : struct, ILanes<TLanes>
    {
        var taps = _taps.Pointer;
        var total0 = TLanes.Broadcast(0);
        var total1 = total0;
        var total2 = total0;
        var total3 = total0;
        for (var begin = 0; begin < _taps.Length; begin += GroupTaps)
        {
            var sum0 = TLanes.Broadcast(0);
            var sum1 = sum0;
            var sum2 = sum0;
            var sum3 = sum0;
            var end = Math.Min(_taps.Length, begin + GroupTaps);
            for (var i = begin; i < end; i++)
            {
                var tap = TLanes.Broadcast(taps[i]);
                var past = x - i;
                sum0 = TLanes.MultiplyAdd(tap, TLanes.Load(past), sum0);
                sum1 = TLanes.MultiplyAdd(tap, TLanes.Load(past + TLanes.Count), sum1);
                sum2 = TLanes.MultiplyAdd(tap, TLanes.Load(past + (2 * TLanes.Count)), sum2);
                sum3 = TLanes.MultiplyAdd(tap, TLanes.Load(past + (3 * TLanes.Count)), sum3);
            }

            total0 += sum0;
            total1 += sum1;
            total2 += sum2;
            total3 += sum3;
        }

        TLanes.Store(y, total0);
        TLanes.Store(y + TLanes.Count, total1);
        TLanes.Store(y + (2 * TLanes.Count), total2);
        TLanes.Store(y + (3 * TLanes.Count), total3);
    }

    /// <summary>The same sums for one vector.</summary>
    private void Row<TLanes>(float* x, float* y)
        where TLanes : struct, ILanes<TLanes>
    {
        var taps = _taps.Pointer;
        var total = TLanes.Broadcast(0);
        for (var begin = 0; begin < _taps.Length; begin += GroupTaps)
        {
            var sum = TLanes.Broadcast(0);
            var end = Math.Min(_taps.Length, begin + GroupTaps);
            for (var i = begin; i < end; i++)
                sum = TLanes.MultiplyAdd(TLanes.Broadcast(taps[i]), TLanes.Load(x - i), sum);
            total += sum;
        }

        TLanes.Store(y, total);
    }
}
