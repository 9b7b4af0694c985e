using System.Globalization;
using NamPlugin.Cli.Pictures;

namespace NamPlugin.Cli.Bench;

/// <summary>Draws results for somebody who wants to know how much of it a machine can play: one bar per model and width, in percent of a core.</summary>
internal static class BenchDrawing
{
    /// <summary>Draws and writes the picture.</summary>
    /// <exception cref="IOException">The picture cannot be written.</exception>
    public static void Save(BenchRecord record, string path) => PngFile.Save(Draw(record), path);

    /// <summary>Draws it.</summary>
    public static Canvas Draw(BenchRecord record)
    {
        var block = record.ReferenceBlock;
        var bars = record.Results.GroupBy(static result => (result.Model, result.Width)).SelectMany(group => BarOf([.. group], block)).ToList();
        return CostPicture.Draw(
            record.Machine.Processor,
            $"{record.Isa}, {record.Runtime}, namplug {record.Namplug.Split('+')[0]}, peak {Text(record.PeakMacsPerNs, 1)} multiply-adds per ns",
            $"Share of one core that playing takes, block {block}; instances: as many as one core plays at once",
            ["ns/sample", "x floor", "instances"],
            bars);
    }

    private static IEnumerable<CostBar> BarOf(IReadOnlyList<BenchResult> group, int block)
    {
        if (group.FirstOrDefault(result => result.Block == block && result.Instances == 1) is not { } one)
            yield break;
        // Instances get in each other's way in the caches, so the largest number that was tried tells how many there can be.
        var most = group.Where(result => result.Block == block).MaxBy(static result => result.Instances)!;
        var realTimeNs = 1e9 / one.SampleRateHz;
        yield return new CostBar(
            ChannelText.Named(one),
            one.NsPerSample / realTimeNs,
            one.FloorNs / realTimeNs,
            [Text(one.NsPerSample, one.NsPerSample < 100 ? 1 : 0), Text(one.FloorRatio, 2), $"{most.PlayableInstances}"]);
    }

    private static string Text(double value, int digits) => value.ToString($"f{digits}", CultureInfo.InvariantCulture);
}
