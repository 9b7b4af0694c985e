using System.Globalization;
using Spectre.Console;

namespace NamPlugin.Cli.Bench;

/// <summary>Draws a <see cref="BenchRecord"/> for people.</summary>
internal static class BenchTable
{
    /// <summary>Writes everything to a terminal.</summary>
    public static void Write(IAnsiConsole console, BenchRecord record)
    {
        console.Write(Facts(record));
        console.Write(Costs(record));
        if (record.Results.Any(static result => result.Instances > 1))
            console.Write(Sessions(record));
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
        Fact("figures", $"nanoseconds per sample, median of {record.Repetitions} repetitions by {(record.Clock == "thread_cpu_time" ? "processor" : "elapsed")} time");
        return facts;
    }

    // One row per model and width, one column per block.
    private static Table Costs(BenchRecord record)
    {
        var blocks = record.Results.Where(static result => result.Instances == 1).Select(static result => result.Block).Distinct().Order().ToList();
        var reference = record.ReferenceBlock;
        var table = NewTable($"Cost of a sample by block, and at block {reference} against the floor").AddColumn(Column("model")).AddColumn(Column("ch").NoWrap());
        table.AddColumn(Number("MACs"));
        foreach (var block in blocks)
            table.AddColumn(Number(block.ToString(CultureInfo.InvariantCulture)));
        table.AddColumn(Number("floor")).AddColumn(Number("x floor")).AddColumn(Number("FMA")).AddColumn(Number("KiB")).AddColumn(Number("of core"));
        foreach (var group in record.Results.Where(static result => result.Instances == 1).GroupBy(static result => (result.Model, result.Width)))
        {
            var byBlock = group.ToDictionary(static result => result.Block);
            if (!byBlock.TryGetValue(reference, out var at))
                continue;
            table.AddRow(
            [
                Markup.Escape(at.Model),
                ChannelText.Of(at.Channels),
                at.MacsPerSample.ToString(CultureInfo.InvariantCulture),
                .. blocks.Select(block => byBlock.TryGetValue(block, out var result) ? Nanoseconds(result.NsPerSample) : ""),
                Nanoseconds(at.FloorNs),
                Text(at.FloorRatio, 2),
                $"{Text(100 * at.PeakFmaFraction, 0)} %",
                Text(at.BytesPerInstance / 1024.0, 0),
                $"{Text(100 / at.RealTimeFactor, 2)} %",
            ]);
        }

        return table;
    }

    // One row per model and width, one column per number of instances.
    private static Table Sessions(BenchRecord record)
    {
        var results = record.Results.Where(static result => result.Block == BenchSettings.InstancesBlock).ToList();
        var counts = results.Select(static result => result.Instances).Distinct().Order().ToList();
        var table = NewTable($"Many instances in turn, block {BenchSettings.InstancesBlock}: cost of a sample of each").AddColumn(Column("model")).AddColumn(Column("ch").NoWrap());
        foreach (var count in counts)
            table.AddColumn(Number($"{count} inst."));
        table.AddColumn(Number("last/first")).AddColumn(Number("one core plays"));
        foreach (var group in results.GroupBy(static result => (result.Model, result.Width)))
        {
            var byCount = group.ToDictionary(static result => result.Instances);
            var (first, last) = (byCount[counts[0]], byCount[counts[^1]]);
            table.AddRow(
            [
                Markup.Escape(first.Model),
                ChannelText.Of(first.Channels),
                .. counts.Select(count => Nanoseconds(byCount[count].NsPerSample)),
                Text(last.NsPerSample / first.NsPerSample, 2),
                $"{last.PlayableInstances}",
            ]);
        }

        return table;
    }

    private static Table NewTable(string title) => new Table().Border(TableBorder.Simple).Title(title, new Style(Color.Grey)).LeftAligned();

    private static TableColumn Column(string name) => new TableColumn(name).Padding(0, 0, 1, 0);

    private static TableColumn Number(string name) => Column(name).NoWrap().RightAligned();

    private static string Nanoseconds(double value) => Text(value, value < 100 ? 1 : 0);

    private static string Text(double value, int digits) => value.ToString($"f{digits}", CultureInfo.InvariantCulture);
}
