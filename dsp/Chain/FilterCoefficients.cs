namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Second-order filters in the form of a state-variable filter under trapezoidal integration (A. Simper, "Solving the continuous SVF
/// equations", 2013). The responses are those of R. Bristow-Johnson's Audio EQ Cookbook, but the state keeps its meaning while the
/// coefficients move, so a turned knob does not click and no path between two stable settings is unstable.
/// </summary>
/// <param name="A1">1 / (1 + g (g + k)), with g the warped frequency and k the damping.</param>
/// <param name="A2">g times <paramref name="A1"/>.</param>
/// <param name="A3">g times <paramref name="A2"/>.</param>
/// <param name="Input">Share of the input in the output.</param>
/// <param name="Band">Share of the band-pass state in the output.</param>
/// <param name="Low">Share of the low-pass state in the output.</param>
public readonly record struct FilterCoefficients(double A1, double A2, double A3, double Input, double Band, double Low)
{
    /// <summary>Highest usable share of the sample rate; the bilinear transform ends at one half.</summary>
    private const double HighestShareOfRate = 0.49;

    /// <summary>Raises or lowers what lies below <paramref name="frequencyHz"/>, where half of <paramref name="gainDb"/> is reached.</summary>
    public static FilterCoefficients LowShelf(double sampleRateHz, double frequencyHz, double quality, double gainDb)
    {
        var a = Decibels.ToGain(gainDb / 2.0);
        var k = 1.0 / quality;
        return From(Warp(sampleRateHz, frequencyHz) / Math.Sqrt(a), k, 1.0, k * (a - 1.0), (a * a) - 1.0);
    }

    /// <summary>Raises or lowers a band around <paramref name="frequencyHz"/>, where all of <paramref name="gainDb"/> is reached.</summary>
    public static FilterCoefficients Peak(double sampleRateHz, double frequencyHz, double quality, double gainDb)
    {
        var a = Decibels.ToGain(gainDb / 2.0);
        var k = 1.0 / (quality * a);
        return From(Warp(sampleRateHz, frequencyHz), k, 1.0, k * ((a * a) - 1.0), 0.0);
    }

    /// <summary>Raises or lowers what lies above <paramref name="frequencyHz"/>, where half of <paramref name="gainDb"/> is reached.</summary>
    public static FilterCoefficients HighShelf(double sampleRateHz, double frequencyHz, double quality, double gainDb)
    {
        var a = Decibels.ToGain(gainDb / 2.0);
        var k = 1.0 / quality;
        return From(Warp(sampleRateHz, frequencyHz) * Math.Sqrt(a), k, a * a, k * (1.0 - a) * a, 1.0 - (a * a));
    }

    /// <summary>
    /// Removes what lies below <paramref name="frequencyHz"/>: 12 dB per octave, -3 dB at the frequency for a quality of 1/sqrt(2).
    /// <paramref name="amount"/> 0..1 blends from the untouched input to the filter.
    /// </summary>
    public static FilterCoefficients LowCut(double sampleRateHz, double frequencyHz, double quality, double amount = 1.0)
    {
        var k = 1.0 / quality;
        return From(Warp(sampleRateHz, frequencyHz), k, 1.0, -k * amount, -amount);
    }

    /// <summary>The same for what lies above <paramref name="frequencyHz"/>.</summary>
    public static FilterCoefficients HighCut(double sampleRateHz, double frequencyHz, double quality, double amount = 1.0) =>
        From(Warp(sampleRateHz, frequencyHz), 1.0 / quality, 1.0 - amount, 0.0, amount);

    private static FilterCoefficients From(double g, double k, double input, double band, double low)
    {
        var a1 = 1.0 / (1.0 + (g * (g + k)));
        var a2 = g * a1;
        return new FilterCoefficients(a1, a2, g * a2, input, band, low);
    }

    /// <summary>The bilinear transform squeezes the axis up to infinity below half the rate; this puts the design frequency where it is asked for.</summary>
    private static double Warp(double sampleRateHz, double frequencyHz) =>
        Math.Tan(Math.PI * Math.Min(frequencyHz / sampleRateHz, HighestShareOfRate));
}
