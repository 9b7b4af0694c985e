using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests;

/// <summary>Plays whole signals through a network, cut into blocks as a host would.</summary>
public static class Playback
{
    /// <summary>The output for <paramref name="input"/>; the block lengths repeat from the start when they run out.</summary>
    public static float[][] Play(AudioNetwork network, float[][] input, params ReadOnlySpan<int> blocks)
    {
        var frames = input[0].Length;
        var output = Enumerable.Range(0, network.OutputChannels).Select(_ => new float[frames]).ToArray();
        var block = 0;
        for (var start = 0; start < frames; block++)
        {
            var count = blocks.IsEmpty ? frames : Math.Min(blocks[block % blocks.Length], frames - start);
            Planes.Process(network, input, output, start, count);
            start += count;
        }

        return output;
    }

    /// <summary>Noise between -1 and 1 with pauses, so that the quiet parts of every activation are heard too.</summary>
    public static float[][] Noise(int channels, int frames, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(t => t / 100 % 3 == 2 ? 0f : 2 * random.NextSingle() - 1).ToArray())];
    }
}
