using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>Widths over time, and a switcher that follows them.</summary>
internal static class Automation
{
    /// <summary>
    /// Plays <paramref name="input"/> in the given blocks, cut where the width is written, and logs what sounded. The switcher starts where it stands.
    /// </summary>
    public static (float[][] Output, List<SwitchLogEntry> Log) Play(WidthSwitcher switcher, float[][] input, IReadOnlyList<(int AtSample, double Width)> points, params int[] blocks)
    {
        var output = Enumerable.Range(0, switcher.OutputChannels).Select(_ => new float[input[0].Length]).ToArray();
        var log = new List<SwitchLogEntry>();
        var next = 0;
        var block = 0;
        for (var start = 0; start < input[0].Length; block++)
        {
            for (; next < points.Count && points[next].AtSample <= start; next++)
                switcher.SetWidth(points[next].Width);
            var end = next < points.Count ? points[next].AtSample : input[0].Length;
            var count = Math.Min(blocks[block % blocks.Length], Math.Min(end, input[0].Length) - start);
            Planes.Process(switcher, input, output, start, count);
            start += count;
            log.Add(new SwitchLogEntry(start, switcher.WantedVariant, switcher.SoundingVariant, switcher.IsSwitching));
        }

        return (output, log);
    }

    /// <summary>A straight line, written every <paramref name="step"/> samples.</summary>
    public static List<(int AtSample, double Width)> Ramp(int from, int samples, double fromWidth, double toWidth, int step = 64) =>
        [.. Enumerable.Range(0, samples / step + 1).Select(i => (from + i * step, fromWidth + (toWidth - fromWidth) * Math.Min(1, (double)i * step / samples)))];

    /// <summary>Random widths at a steady pace.</summary>
    public static List<(int AtSample, double Width)> Steps(int samples, int every, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples / every).Select(i => (i * every, random.NextDouble()))];
    }
}
