namespace NamPlugin.Dsp.Tests.Convolution;

/// <summary>An invented guitar cabinet: a few decaying resonances that begin at once and fall off towards the treble.</summary>
internal static class Cabinet
{
    private static readonly (double Hz, double Gain, double DecaySeconds)[] Resonances =
        [(110, 0.5, 0.005), (420, 0.2, 0.004), (1_300, 0.25, 0.003), (2_700, 0.5, 0.0015), (5_200, 0.2, 0.0008), (9_000, 0.1, 0.0004)];

    /// <summary>0.06 s of it at a sample rate, scaled to sound alike at every rate.</summary>
    public static float[] Taps(int rateHz)
    {
        var taps = new float[6 * rateHz / 100];
        for (var t = 0; t < taps.Length; t++)
        {
            var seconds = (double)t / rateHz;
            foreach (var (hz, gain, decaySeconds) in Resonances)
                taps[t] += (float)(gain * Math.Exp(-seconds / decaySeconds) * Math.Cos(2 * Math.PI * hz * seconds) * 24_000 / rateHz);
        }

        return taps;
    }
}
