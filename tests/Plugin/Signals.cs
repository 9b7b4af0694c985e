namespace NamPlugin.Plugin.Tests;

/// <summary>What is played through the plugin, x[channel][time].</summary>
public static class Signals
{
    /// <summary>Two different tones under a little noise, as 32-bit samples hold them.</summary>
    public static double[][] Guitar(int frames, int channels = 2, double sampleRateHz = 48000)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, channels).Select(channel => Enumerable.Range(0, frames).Select(frame => Sample(channel, frame)).ToArray())];

        double Sample(int channel, int frame) =>
            (float)(0.25 * Math.Sin(2 * Math.PI * (110 + 73 * channel) * frame / sampleRateHz) + 0.02 * (random.NextDouble() - 0.5));
    }

    /// <summary>A pure tone, the same on every channel.</summary>
    public static double[][] Tone(int frames, double frequencyHz, int channels = 2, double height = 0.25, double sampleRateHz = 48000) =>
        [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(frame => (double)(float)(height * Math.Sin(2 * Math.PI * frequencyHz * frame / sampleRateHz))).ToArray())];

    /// <summary>The largest difference between neighbouring samples: what a click raises.</summary>
    public static double LargestStep(double[][] planes) => planes.Max(plane => plane.Zip(plane.Skip(1), (a, b) => Math.Abs(b - a)).Max());

    /// <summary>How far two renders are apart where they are furthest.</summary>
    public static double LargestDifference(double[][] expected, double[][] actual)
    {
        Assert.Equal(expected.Select(plane => plane.Length), actual.Select(plane => plane.Length));
        return expected.Zip(actual, (a, b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max()).Max();
    }

    /// <summary>What is left, as RMS, of a signal without its one tone: the least-squares fit of sine and cosine taken off.</summary>
    public static double ResidualRms(ReadOnlySpan<double> signal, double frequencyHz, double sampleRateHz)
    {
        double ss = 0, sc = 0, cc = 0, ys = 0, yc = 0;
        for (var i = 0; i < signal.Length; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * frequencyHz * i / sampleRateHz);
            (ss, sc, cc) = (ss + sine * sine, sc + sine * cosine, cc + cosine * cosine);
            (ys, yc) = (ys + signal[i] * sine, yc + signal[i] * cosine);
        }

        var determinant = ss * cc - sc * sc;
        var (a, b) = ((ys * cc - yc * sc) / determinant, (yc * ss - ys * sc) / determinant);
        double sum = 0;
        for (var i = 0; i < signal.Length; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * frequencyHz * i / sampleRateHz);
            var rest = signal[i] - a * sine - b * cosine;
            sum += rest * rest;
        }

        return Math.Sqrt(sum / signal.Length);
    }

    /// <summary>One sample of the given height, then silence.</summary>
    public static double[][] Impulse(int frames, int channels = 2, double height = 0.5) =>
        [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(frame => frame == 0 ? height : 0).ToArray())];
}
