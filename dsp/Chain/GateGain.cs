namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The acting half of the noise gate, after the model. A model that is resampled answers late; the gains wait as long, so that they meet the
/// samples they were measured on. One channel.
/// </summary>
public sealed unsafe class GateGain : IDisposable
{
    private readonly DelayLine _delay = new();

    /// <summary>Allocates for models that answer up to <paramref name="maximumLatencySamples"/> late. [main-thread]</summary>
    public void Prepare(int maximumLatencySamples) => _delay.Prepare(maximumLatencySamples);

    /// <summary>
    /// Says how late the model answers. Until the first gain has come through the line, <paramref name="gain"/> holds. [audio-thread]
    /// </summary>
    public void SetLatency(int samples, float gain)
    {
        if (samples == _delay.DelaySamples)
            return;
        _delay.SetDelay(samples);
        _delay.Reset(gain);
    }

    /// <summary>Starts anew with <paramref name="gain"/>. [audio-thread]</summary>
    public void Reset(float gain) => _delay.Reset(gain);

    /// <summary>Scales <paramref name="x"/>[time] in place by <paramref name="gain"/>[time], which is overwritten. [audio-thread]</summary>
    public void Process(float* x, float* gain, int frames)
    {
        _delay.Process(gain, frames);
        Planes.Multiply(x, gain, frames);
    }

    /// <summary>Frees the memory. [main-thread]</summary>
    public void Dispose() => _delay.Dispose();
}
