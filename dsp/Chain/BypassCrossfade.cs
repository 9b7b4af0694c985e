namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Bypass that can be toggled at any time: a crossfade of 10 ms to the dry signal, which waits as long as the processed one takes, so
/// that nothing moves in time. Up to two channels.
/// </summary>
public sealed unsafe class BypassCrossfade : IDisposable
{
    /// <summary>Length of the fade.</summary>
    public const double FadeSeconds = 0.010;

    private readonly DelayLine[] _delays = [new(), new()];
    private Glide _position;

    /// <summary>Not bypassed. Call <see cref="Prepare"/> before processing.</summary>
    public BypassCrossfade() => _position.Prepare(48_000.0, FadeSeconds, 0.0);

    /// <summary>Sets the sample rate and allocates for a latency of up to <paramref name="maximumLatencySamples"/>. [main-thread]</summary>
    public void Prepare(double sampleRateHz, int maximumLatencySamples)
    {
        _position.Prepare(sampleRateHz, FadeSeconds, _position.Target);
        foreach (var delay in _delays)
            delay.Prepare(maximumLatencySamples);
        Reset();
    }

    /// <summary>Begins the fade to the dry signal or back. [audio-thread]</summary>
    public void SetTarget(bool bypassed) => _position.SetTarget(bypassed ? 1.0 : 0.0);

    /// <summary>Says by how many samples the processed signal is late, at most what was prepared. [audio-thread]</summary>
    public void SetLatency(int samples)
    {
        foreach (var delay in _delays)
            delay.SetDelay(samples);
    }

    /// <summary>Jumps to the target and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _position.Snap();
        foreach (var delay in _delays)
            delay.Reset();
    }

    /// <summary>Mixes one block. At rest one of the two signals comes through to the bit. [audio-thread]</summary>
    /// <param name="dry">x[channel][time] as it came in; overwritten by its delayed self.</param>
    /// <param name="wet">x[channel][time] processed.</param>
    /// <param name="output">y[channel][time]; its planes may be those of <paramref name="wet"/>.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="frames">Length of every plane.</param>
    public void Process(float** dry, float** wet, float** output, int channels, int frames)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            _delays[channel].Process(dry[channel], frames);
            Crossfade.Mix(wet[channel], dry[channel], output[channel], frames, _position);
        }
        _position.Skip(frames);
    }

    /// <summary>Frees the memory. [main-thread]</summary>
    public void Dispose()
    {
        foreach (var delay in _delays)
            delay.Dispose();
    }
}
