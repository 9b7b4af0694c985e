using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>Impulse responses as a cabinet's: a decaying noise, another on each side.</summary>
public static class Responses
{
    /// <summary>Writes one.</summary>
    public static string Write(string path, int channels = 1, int seed = 1, int sampleRateHz = 48_000, double seconds = 0.05)
    {
        var random = new Random(seed);
        var frames = (int)(sampleRateHz * seconds);
        new WavPlanes(sampleRateHz, [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(frame => (random.NextDouble() - 0.5) * Math.Exp(-6.0 * frame / frames)).ToArray())]).Write(path);
        return path;
    }
}
