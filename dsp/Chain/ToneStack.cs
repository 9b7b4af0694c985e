namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Bass, middle and treble with the curves of the official NAM plugin, so that sessions translate: knobs from 0 to 10, flat at 5.
/// Bass is a low shelf at 150 Hz (4 dB per unit), middle a bell at 425 Hz (3 dB per unit, narrower when cutting), treble a high shelf at
/// 1800 Hz (2 dB per unit). One channel.
/// </summary>
public sealed unsafe class ToneStack
{
    /// <summary>The position of a knob at which its band is flat.</summary>
    public const double Noon = 5.0;

    private const double ShelfQuality = 0.707;

    private readonly EqualizerBand _bass = new(BandShape.LowShelf, 150.0, ShelfQuality, ShelfQuality);
    private readonly EqualizerBand _middle = new(BandShape.Peak, 425.0, boostQuality: 0.7, cutQuality: 1.5);
    private readonly EqualizerBand _treble = new(BandShape.HighShelf, 1800.0, ShelfQuality, ShelfQuality);

    /// <summary>Sets the sample rate and forgets everything heard. [main-thread]</summary>
    public void Prepare(double sampleRateHz)
    {
        _bass.Prepare(sampleRateHz);
        _middle.Prepare(sampleRateHz);
        _treble.Prepare(sampleRateHz);
    }

    /// <summary>Turns the knobs, each 0..10. [audio-thread]</summary>
    public void SetTarget(double bass, double middle, double treble)
    {
        _bass.SetTarget(4.0 * (Math.Clamp(bass, 0.0, 10.0) - Noon));
        _middle.SetTarget(3.0 * (Math.Clamp(middle, 0.0, 10.0) - Noon));
        _treble.SetTarget(2.0 * (Math.Clamp(treble, 0.0, 10.0) - Noon));
    }

    /// <summary>Turns every knob to noon, where the stack is transparent to the bit. [audio-thread]</summary>
    public void SetFlat() => SetTarget(Noon, Noon, Noon);

    /// <summary>Jumps to the knobs' positions and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _bass.Reset();
        _middle.Reset();
        _treble.Reset();
    }

    /// <summary>Filters <paramref name="x"/>[time] in place. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        _bass.Process(x, frames);
        _middle.Process(x, frames);
        _treble.Process(x, frames);
    }
}
