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

    /// <summary>One sample of the given height, then silence.</summary>
    public static double[][] Impulse(int frames, int channels = 2, double height = 0.5) =>
        [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(frame => frame == 0 ? height : 0).ToArray())];
}
