using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Chain;

/// <summary>Delays one channel by a whole number of samples.</summary>
public sealed unsafe class DelayLine : IDisposable
{
    private NativeBuffer<float> _ring = new(0);
    private int _position;

    /// <summary>The delay in samples.</summary>
    public int DelaySamples { get; private set; }

    /// <summary>Allocates for delays of up to <paramref name="maximumSamples"/>. [main-thread]</summary>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative.</exception>
    public void Prepare(int maximumSamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumSamples);
        _ring.Dispose();
        _ring = new NativeBuffer<float>(maximumSamples);
        DelaySamples = Math.Min(DelaySamples, maximumSamples);
        _position = 0;
    }

    /// <summary>Sets the delay, at most what was prepared; a different delay begins with silence. [audio-thread]</summary>
    public void SetDelay(int samples)
    {
        samples = Math.Clamp(samples, 0, _ring.Length);
        if (samples == DelaySamples)
            return;
        DelaySamples = samples;
        Reset();
    }

    /// <summary>Fills the line with <paramref name="value"/>. [audio-thread]</summary>
    public void Reset(float value = 0f)
    {
        _ring.Span.Fill(value);
        _position = 0;
    }

    /// <summary>Replaces <paramref name="x"/>[time] by what it was <see cref="DelaySamples"/> earlier. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        var length = DelaySamples;
        if (length == 0)
            return;
        var ring = _ring.Pointer;
        var position = _position;
        for (var t = 0; t < frames; t++)
        {
            (x[t], ring[position]) = (ring[position], x[t]);
            if (++position == length)
                position = 0;
        }
        _position = position;
    }

    /// <summary>Frees the memory. [main-thread]</summary>
    public void Dispose() => _ring.Dispose();
}
