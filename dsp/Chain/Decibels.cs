namespace NamPlugin.Dsp.Chain;

/// <summary>Amplitude ratios and their logarithm: 20 dB are a factor of ten.</summary>
public static class Decibels
{
    private const double NepersPerDecibel = 0.11512925464970228420; // ln(10) / 20

    /// <summary>The linear gain of a level in dB; 0 dB is exactly 1. [audio-thread]</summary>
    public static double ToGain(double db) => Math.Exp(db * NepersPerDecibel);

    /// <summary>The level in dB of a linear gain; negative infinity for 0.</summary>
    public static double FromGain(double gain) => 20.0 * Math.Log10(gain);
}
