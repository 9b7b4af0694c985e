using System.Globalization;
using Spectre.Console;

namespace NamPlugin.Cli.Bench;

/// <summary>Draws a <see cref="BenchRecord"/> for people.</summary>
internal static class BenchTable
{
    // A core that has itself and its clock to itself stays within one or two percent.
    private const double RestlessSpread = 0.06;

    /// <summary>Writes everything to a terminal.</summary>
    public static void Write(IAnsiConsole console, BenchRecord record)
    {
        console.Write(Facts(record));
        if (record.PeakSpread > RestlessSpread)
            console.MarkupLineInterpolated($"[yellow]The machine was not quiet[/]: its peak went from {Text(record.PeakP05MacsPerNs, 1)} to {Text(record.PeakP95MacsPerNs, 1)}. Distances from the floor are more certain than nanoseconds.");
        Section(console, "Nanoseconds per sample, by block", Blocks(record));
        Section(console, $"One instance, block {record.ReferenceBlock}, against the floor", Floors(record));
        if (record.Results.Any(static result => result.Instances > 1))
            Section(console, $"Nanoseconds per sample of each of many instances in turn, block {BenchSettings.InstancesBlock}", Sessions(record));
    }

    // A table's own title would be wrapped at its width.
    private static void Section(IAnsiConsole console, string title, Table table)
    {
        console.MarkupLineInterpolated($"[grey]{title}[/]");
        console.Write(table);
    }

    private static Grid Facts(BenchRecord record)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        void Fact(string name, string value) => facts.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        var core = record.Core is { } pinned ? $"pinned to core {pinned}" : "not pinned: only Linux can";
        var denormals = record.FlushToZero ? "denormals flushed" : "denormals computed";
        Fact("processor", $"{record.Machine.Processor}, {core}, {denormals}");
        Fact("build", $"{record.Isa}, {record.Runtime}, namplug {record.Namplug}");
        Fact("peak", $"{Text(record.PeakMacsPerNs, 1)} multiply-adds per ns; {string.Join(", ", record.Activations.Where(static cost => cost.Function is "Tanh" or "Sigmoid" or "LeakyReLU").Select(static cost => $"{cost.Function} {Text(cost.NsPerValue, 3)} ns"))}");
        Fact("figures", $"medians of {record.Repetitions} repetitions by {(record.Clock == "thread_cpu_time" ? "processor" : "elapsed")} time; floor: multiply-adds at peak, activations");
        return facts;
    }

    // One row per model and width, one column per block.
    private static Table Blocks(BenchRecord record)
    {
        var blocks = record.Results.Where(static result => result.Instances == 1).Select(static result => result.Block).Distinct().Order().ToList();
        var table = NewTable().AddColumn(Column("model")).AddColumn(Column("ch").NoWrap());
        foreach (var block in blocks)
            table.AddColumn(Number(block.ToString(CultureInfo.InvariantCulture)));
        foreach (var group in record.Results.Where(static result => result.Instances == 1).GroupBy(static result => (result.Model, result.Width)))
        {
            var byBlock = group.ToDictionary(static result => result.Block);
            table.AddRow([Name(group.First()), Channels(group.First()), .. blocks.Select(block => new Text(byBlock.TryGetValue(block, out var result) ? Nanoseconds(result.NsPerSample) : ""))]);
        }

        return table;
    }

    // What one instance takes, and how far that is from what the core could do.
    private static Table Floors(BenchRecord record)
    {
        var table = NewTable().AddColumn(Column("model")).AddColumn(Column("ch").NoWrap())
            .AddColumn(Number("of a core")).AddColumn(Number("ns")).AddColumn(Number("floor")).AddColumn(Number("x floor"))
            .AddColumn(Number("of the peak")).AddColumn(Number("MACs")).AddColumn(Number("KiB"));
        foreach (var result in record.Results.Where(result => result.Instances == 1 && result.Block == record.ReferenceBlock))
        {
            table.AddRow(
                Name(result),
                Channels(result),
                new Text($"{Text(100 / result.RealTimeFactor, 2)} %"),
                new Text(Nanoseconds(result.NsPerSample)),
                new Text(Nanoseconds(result.FloorNs)),
                new Text(Text(result.FloorRatio, 2)),
                new Text($"{Text(100 * result.PeakFmaFraction, 0)} %"),
                new Text(result.MacsPerSample.ToString("n0", CultureInfo.InvariantCulture)),
                new Text(Text(result.BytesPerInstance / 1024.0, 0)));
        }

        return table;
    }

    // One row per model and width, one column per number of instances.
    private static Table Sessions(BenchRecord record)
    {
        var results = record.Results.Where(static result => result.Block == BenchSettings.InstancesBlock).ToList();
        var counts = results.Select(static result => result.Instances).Distinct().Order().ToList();
        var table = NewTable().AddColumn(Column("model")).AddColumn(Column("ch").NoWrap());
        foreach (var count in counts)
            table.AddColumn(Number(count.ToString(CultureInfo.InvariantCulture)));
        table.AddColumn(Number("last / first")).AddColumn(Number("one core plays"));
        foreach (var group in results.GroupBy(static result => (result.Model, result.Width)))
        {
            var byCount = group.ToDictionary(static result => result.Instances);
            var (first, last) = (byCount[counts[0]], byCount[counts[^1]]);
            table.AddRow(
            [
                Name(first),
                Channels(first),
                .. counts.Select(count => new Text(Nanoseconds(byCount[count].NsPerSample))),
                new Text(Text(last.NsPerSample / first.NsPerSample, 2)),
                new Text($"{last.PlayableInstances}"),
            ]);
        }

        return table;
    }

    private static Table NewTable() => new Table().Border(TableBorder.Simple);

    private static TableColumn Column(string name) => new TableColumn(name).Padding(0, 0, 1, 0);

    private static TableColumn Number(string name) => Column(name).NoWrap().RightAligned();

    private static Text Name(BenchResult result) => new(result.Model);

    private static Text Channels(BenchResult result) => new(ChannelText.Of(result.Channels));

    private static string Nanoseconds(double value) => Text(value, value < 100 ? 1 : 0);

    private static string Text(double value, int digits) => value.ToString($"f{digits}", CultureInfo.InvariantCulture);
}
