namespace NamPlugin.Dsp.Tests.Width;

/// <summary>
/// The proof that a switch does not click: in every 30 ms around it, neither the largest step from sample to sample nor the largest value above
/// 8 kHz exceeds that of the louder of the two settled outputs by more than 1 dB or -90 dBFS, whichever is larger.
/// </summary>
internal static class ClickBound
{
    private const double HighPassHz = 8000;
    private const double WindowSeconds = 0.030;
    private static readonly double OneDb = Math.Pow(10, 1.0 / 20);
    private static readonly double Floor = Math.Pow(10, -90.0 / 20);

    /// <summary>Asserts the bound from sample <paramref name="start"/> to the end.</summary>
    public static void AssertHolds(float[] switched, IReadOnlyList<float[]> settled, int start, double sampleRateHz, string where)
    {
        AssertHolds(Steps(switched), [.. settled.Select(Steps)], start, sampleRateHz, where + ", step");
        AssertHolds(High(switched), [.. settled.Select(High)], start, sampleRateHz, where + ", above 8 kHz");

        double[] High(float[] x) => ButterworthHighPass.Apply(x, HighPassHz, sampleRateHz);
    }

    private static void AssertHolds(double[] switched, double[][] settled, int start, double sampleRateHz, string where)
    {
        var window = (int)(WindowSeconds * sampleRateHz);
        for (var from = start; from + window <= switched.Length; from += window / 2)
        {
            var allowed = Allowed(settled.Max(signal => Peak(signal, from)));
            var peak = Peak(switched, from);
            Assert.True(peak <= allowed, $"{where}: {peak:g4} where {allowed:g4} is allowed, {from - start} samples into the switch.");
        }

        double Peak(double[] signal, int from) => signal.AsSpan(from, window).ToArray().Max(Math.Abs);
    }

    private static double Allowed(double settled) => Math.Max(settled * OneDb, settled + Floor);

    private static double[] Steps(float[] x) => [.. x.Select((sample, t) => t == 0 ? 0.0 : (double)sample - x[t - 1])];
}
