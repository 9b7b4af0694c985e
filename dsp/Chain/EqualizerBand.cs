namespace NamPlugin.Dsp.Chain;

/// <summary>One band with a fixed place and a gain that may be turned at any time. One channel.</summary>
public sealed unsafe class EqualizerBand
{
    private readonly BandShape _shape;
    private readonly double _frequencyHz;
    private readonly double _boostQuality;
    private readonly double _cutQuality;
    private double _sampleRateHz = 48_000.0;
    private Glide _gainDb;
    private StateVariableFilter _filter;
    private FilterCoefficients _still;

    /// <summary>A flat band. Call <see cref="Prepare"/> before processing.</summary>
    /// <param name="shape">What the band does.</param>
    /// <param name="frequencyHz">Where it does it.</param>
    /// <param name="boostQuality">Quality while the gain is positive or zero.</param>
    /// <param name="cutQuality">Quality while the gain is negative. At 0 dB either is flat, so crossing it is smooth.</param>
    public EqualizerBand(BandShape shape, double frequencyHz, double boostQuality, double cutQuality)
    {
        _shape = shape;
        _frequencyHz = frequencyHz;
        _boostQuality = boostQuality;
        _cutQuality = cutQuality;
        Prepare(_sampleRateHz);
    }

    /// <summary>Sets the sample rate, stands still at the target and forgets everything heard. [main-thread]</summary>
    public void Prepare(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _gainDb.Prepare(sampleRateHz, Glide.DefaultSeconds, _gainDb.Target);
        Reset();
    }

    /// <summary>Moves to <paramref name="gainDb"/> within <see cref="Glide.DefaultSeconds"/>. [audio-thread]</summary>
    public void SetTarget(double gainDb) => _gainDb.SetTarget(gainDb);

    /// <summary>Jumps to the target and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _gainDb.Snap();
        _filter.Reset();
        _still = Design(_gainDb.Target);
    }

    /// <summary>Filters <paramref name="x"/>[time] in place; at rest at 0 dB it leaves it untouched to the bit. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        if (_gainDb.IsMoving)
        {
            var moving = Math.Min(frames, _gainDb.RemainingSamples);
            for (var t = 0; t < moving; t++)
                x[t] = _filter.Process(x[t], Design(_gainDb.Next()));
            x += moving;
            frames -= moving;
            if (!_gainDb.IsMoving)
                Settle();
        }
        if (_gainDb.Target != 0.0 && !_gainDb.IsMoving)
            _filter.Process(x, frames, _still);
    }

    /// <summary>
    /// A flat band is skipped, and what it remembers grows stale; so its memory is emptied at the sample at which it becomes flat. When the
    /// gain leaves 0 dB again, the band's share grows from nothing and so does not click.
    /// </summary>
    private void Settle()
    {
        _still = Design(_gainDb.Target);
        if (_gainDb.Target == 0.0)
            _filter.Reset();
    }

    private FilterCoefficients Design(double gainDb)
    {
        var quality = gainDb < 0.0 ? _cutQuality : _boostQuality;
        return _shape switch
        {
            BandShape.LowShelf => FilterCoefficients.LowShelf(_sampleRateHz, _frequencyHz, quality, gainDb),
            BandShape.Peak => FilterCoefficients.Peak(_sampleRateHz, _frequencyHz, quality, gainDb),
            _ => FilterCoefficients.HighShelf(_sampleRateHz, _frequencyHz, quality, gainDb),
        };
    }
}
