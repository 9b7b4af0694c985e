using NamPlugin.Dsp.Chain;

namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>How one recording has to be moved, turned over and scaled to fit another: test[n + delay] is about gain * reference[n].</summary>
/// <param name="DelayWholeSamples">Delay of the test against the reference to the nearest sample; negative when the test is early.</param>
/// <param name="DelaySamples">The same with a fraction, from the band-limited interpolation of the correlation.</param>
/// <param name="Gain">Least-squares factor from reference to test at the whole-sample delay; negative when the polarity is inverted, 0 for a silent test.</param>
/// <param name="Correlation">Normalised correlation at that delay, -1 to 1; 0 when either is silent.</param>
public sealed record Alignment(int DelayWholeSamples, double DelaySamples, double Gain, double Correlation)
{
    /// <summary>Whether the polarity is turned over.</summary>
    public bool IsInverted => Gain < 0;

    /// <summary>The gain without its sign, in dB.</summary>
    public double GainDb => Decibels.FromGain(Math.Abs(Gain));
}
