namespace NamPlugin.Dsp.Tests.Width;

/// <summary>A Butterworth high-pass of fourth order: what is left of a signal when the music is taken away and clicks remain.</summary>
internal static class ButterworthHighPass
{
    // Poles of a fourth-order Butterworth filter lie at these two angles: Q = 1 / (2 cos angle).
    private static readonly double[] Qualities = [1 / (2 * Math.Cos(Math.PI / 8)), 1 / (2 * Math.Cos(3 * Math.PI / 8))];

    /// <summary>Filters from rest, as if the first sample had always been there.</summary>
    public static double[] Apply(float[] x, double cutoffHz, double sampleRateHz)
    {
        var y = x.Select(sample => (double)sample - x[0]).ToArray();
        foreach (var quality in Qualities)
            Section(y, 2 * Math.PI * cutoffHz / sampleRateHz, quality);
        return y;
    }

    // The bilinear transform of s^2 / (s^2 + s / Q + 1).
    private static void Section(double[] signal, double omega, double quality)
    {
        var alpha = Math.Sin(omega) / (2 * quality);
        var cos = Math.Cos(omega);
        var a0 = 1 + alpha;
        double b0 = (1 + cos) / 2 / a0, a1 = -2 * cos / a0, a2 = (1 - alpha) / a0;
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
        for (var t = 0; t < signal.Length; t++)
        {
            var y = b0 * (signal[t] - 2 * x1 + x2) - a1 * y1 - a2 * y2;
            (x2, x1, y2, y1) = (x1, signal[t], y1, y);
            signal[t] = y;
        }
    }
}
