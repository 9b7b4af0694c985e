using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Reference;

/// <summary>Plays reference cases through the engine and compares.</summary>
public static unsafe class ReferenceRender
{
    private const int WavHeaderBytes = 44;

    /// <summary>Renders a case; hard switches where the case changes width, as the reference does.</summary>
    public static float[][] Render(ReferenceCase reference, LaneWidth lanes, int blockFrames)
    {
        using var model = ModelFile.Load(Path.Combine(reference.Folder, reference.Model));
        using var variants = ModelVariants.Compile(model, lanes);
        using var player = new WidthSwitcher(variants);
        player.SetWidth(reference.Width ?? 1);
        player.Reset();

        var input = ReadInput(reference, player.InputChannels);
        var output = Enumerable.Range(0, player.OutputChannels).Select(_ => new float[input[0].Length]).ToArray();
        var changes = new Queue<(int AtSample, double Width)>(reference.WidthChanges);
        for (var start = 0; start < input[0].Length; start += blockFrames)
        {
            if (changes.TryPeek(out var change) && change.AtSample <= start)
            {
                player.SetWidth(changes.Dequeue().Width);
                player.Reset();
            }

            Planes.Process(player, input, output, start, Math.Min(blockFrames, input[0].Length - start));
        }

        return output;
    }

    /// <summary>Asserts that a render is within the case's tolerances on every channel.</summary>
    public static void AssertMatches(ReferenceCase reference, float[][] output)
    {
        Assert.Equal(reference.Expected.Count, output.Length);
        for (var channel = 0; channel < output.Length; channel++)
        {
            var expected = ReadFloats(Path.Combine(reference.Folder, reference.Expected[channel]), skipBytes: 0);
            Assert.Equal(expected.Length, output[channel].Length);
            var (maxAbs, rms) = Difference(expected, output[channel]);
            Assert.True(maxAbs <= reference.ToleranceMaxAbs, $"{reference.Id}: channel {channel} is off by {maxAbs:g3} (allowed {reference.ToleranceMaxAbs:g3})");
            Assert.True(rms <= reference.ToleranceRms, $"{reference.Id}: channel {channel} is off by {rms:g3} rms (allowed {reference.ToleranceRms:g3})");
        }
    }

    /// <summary>The case's input; further channels are delayed and quieter copies, as the case asks.</summary>
    public static float[][] ReadInput(ReferenceCase reference, int channels)
    {
        var mono = ReadFloats(Path.Combine(reference.Folder, reference.Input), WavHeaderBytes);
        Assert.True(channels == 1 || reference.DelaysInputChannels, "Only cases that say how to make further channels have them.");
        return [.. Enumerable.Range(0, channels).Select(channel => Delayed(mono, 1000 * channel, MathF.Pow(2, -channel)))];
    }

    private static float[] Delayed(float[] mono, int samples, float gain)
    {
        var delayed = new float[mono.Length];
        for (var i = samples; i < mono.Length; i++)
            delayed[i] = gain * mono[i - samples];
        return delayed;
    }

    private static float[] ReadFloats(string path, int skipBytes) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path).AsSpan(skipBytes)).ToArray();

    private static (double MaxAbs, double Rms) Difference(float[] expected, float[] actual)
    {
        double max = 0, squares = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs((double)actual[i] - expected[i]);
            // NaN must not pass for a small difference.
            max = difference <= max ? max : difference;
            squares += difference * difference;
        }

        return (max, Math.Sqrt(squares / expected.Length));
    }
}
