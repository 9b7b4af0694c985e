namespace NamPlugin.Dsp.Metering;

/// <summary>
/// The two filters of ITU-R BS.1770-4, annex 1, ahead of a loudness measurement: a high shelf for the head, then a high-pass. The recommendation
/// tabulates coefficients for 48 kHz only; they are the bilinear transform of the analogue filters below, so any other rate gets the same curve
/// (but for the warping of the shelf at low rates: at 1 kHz 0.02 dB for 22.05 kHz, 0.2 dB for 8 kHz).
/// Rates too low to reach a filter's corner have only the flat part of its curve.
/// </summary>
internal struct KWeighting
{
    private readonly Coefficients _shelf;
    private readonly Coefficients _highPass;
    private double _shelf1;
    private double _shelf2;
    private double _highPass1;
    private double _highPass2;

    public KWeighting(double sampleRateHz)
    {
        _shelf = Shelf(sampleRateHz);
        _highPass = HighPass(sampleRateHz);
    }

    /// <summary>Filters one sample of one channel (both stages in transposed direct form II).</summary>
    public double Process(double x)
    {
        var shelved = (_shelf.B0 * x) + _shelf1;
        _shelf1 = (_shelf.B1 * x) - (_shelf.A1 * shelved) + _shelf2;
        _shelf2 = (_shelf.B2 * x) - (_shelf.A2 * shelved);
        var y = (_highPass.B0 * shelved) + _highPass1;
        _highPass1 = (_highPass.B1 * shelved) - (_highPass.A1 * y) + _highPass2;
        _highPass2 = (_highPass.B2 * shelved) - (_highPass.A2 * y);
        return y;
    }

    /// <summary>Stage 1: +4 dB above about 1.7 kHz.</summary>
    internal static Coefficients Shelf(double sampleRateHz)
    {
        const double FrequencyHz = 1681.974450955533;
        const double Q = 0.7071752369554196;
        const double HighGainDb = 3.999843853973347;
        if (sampleRateHz <= 2 * FrequencyHz)
            return new Coefficients(1, 0, 0, 0, 0);
        var k = Math.Tan(Math.PI * FrequencyHz / sampleRateHz);
        var high = Math.Pow(10, HighGainDb / 20);
        var band = Math.Pow(high, 0.4996667741545416);
        var a0 = 1 + (k / Q) + (k * k);
        return new Coefficients(
            (high + (band * k / Q) + (k * k)) / a0,
            2 * ((k * k) - high) / a0,
            (high - (band * k / Q) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0,
            (1 - (k / Q) + (k * k)) / a0);
    }

    /// <summary>
    /// Stage 2: the low end below about 38 Hz. The table's numerator, 1, -2, 1, lacks the usual division and so passes treble 0.04 dB too loud;
    /// other rates are given exactly that gain.
    /// </summary>
    internal static Coefficients HighPass(double sampleRateHz)
    {
        const double FrequencyHz = 38.13547087602444;
        const double Q = 0.5003270373238773;
        if (sampleRateHz <= 2 * FrequencyHz)
            return default;
        var k = Math.Tan(Math.PI * FrequencyHz / sampleRateHz);
        var a0 = 1 + (k / Q) + (k * k);
        var tabulated = Math.Tan(Math.PI * FrequencyHz / 48000);
        var b0 = (1 + (tabulated / Q) + (tabulated * tabulated)) / a0;
        return new Coefficients(b0, -2 * b0, b0, 2 * ((k * k) - 1) / a0, (1 - (k / Q) + (k * k)) / a0);
    }

    /// <summary>A second-order section, a0 = 1.</summary>
    internal readonly record struct Coefficients(double B0, double B1, double B2, double A1, double A2);
}
