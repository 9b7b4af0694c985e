namespace NamPlugin.Dsp.Chain;

/// <summary>
/// First-order high-pass at 5 Hz. Captures of asymmetric amps have a constant part, which would click on every edit and eat headroom.
/// Trapezoidal integration: -3.01 dB exactly at 5 Hz at any rate, 0 dB at half the rate. One channel.
/// </summary>
public sealed unsafe class DcBlocker
{
    /// <summary>The corner, as in the official NAM plugin.</summary>
    public const double FrequencyHz = 5.0;

    private double _share;
    private double _constant;

    /// <summary>A blocker for 48 kHz. Call <see cref="Prepare"/> before processing.</summary>
    public DcBlocker() => Prepare(48_000.0);

    /// <summary>Sets the sample rate and forgets everything heard. [main-thread]</summary>
    public void Prepare(double sampleRateHz)
    {
        var g = Math.Tan(Math.PI * FrequencyHz / sampleRateHz);
        _share = g / (1.0 + g);
        Reset();
    }

    /// <summary>Forgets everything heard. [audio-thread]</summary>
    public void Reset() => _constant = 0.0;

    /// <summary>Filters <paramref name="x"/>[time] in place. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        var constant = _constant;
        for (var t = 0; t < frames; t++)
        {
            var step = (x[t] - constant) * _share;
            var low = constant + step;
            constant = Denormals.Flush(low + step);
            x[t] = (float)(x[t] - low);
        }
        _constant = constant;
    }
}
