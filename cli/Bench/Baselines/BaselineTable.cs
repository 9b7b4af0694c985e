using System.Globalization;
using Spectre.Console;

namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>Draws a <see cref="BaselineComparison"/> for people.</summary>
internal static class BaselineTable
{
    /// <summary>Writes it to a terminal.</summary>
    public static void Write(IAnsiConsole console, BenchRecord now, BaselineComparison comparison)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]Against[/] {comparison.File}: {comparison.Build}, namplug {comparison.Namplug}, {comparison.Date:yyyy-MM-dd HH:mm}, peak {comparison.PeakMacsPerNs:f1}");
        if (comparison.Processor != now.Machine.Processor)
            console.MarkupLineInterpolated($"[yellow]Another processor:[/] {comparison.Processor}. The corrected ratio takes its peak into account, not its caches.");
        if (comparison.Cases.Count > 0)
        {
            console.MarkupLine("[grey]Nanoseconds per sample then and now; corrected: had the core had the same peak[/]");
            console.Write(Cases(comparison));
        }

        Missing(console, "Only in the baseline", comparison.OnlyInBaseline);
        Missing(console, "Not in the baseline", comparison.NotInBaseline);
    }

    private static Table Cases(BaselineComparison comparison)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("model").AddColumn(Number("width")).AddColumn(Number("block")).AddColumn(Number("inst."))
            .AddColumn(Number("then")).AddColumn(Number("now")).AddColumn(Number("ratio")).AddColumn(Number("corrected"));
        foreach (var compared in comparison.Cases)
        {
            table.AddRow(
                new Text(compared.Model), Cell(compared.Width, "0.###"), Cell(compared.Block, "0"), Cell(compared.Instances, "0"),
                Cell(compared.BaselineNs, "f1"), Cell(compared.NsPerSample, "f1"), Cell(compared.Ratio, "f3"),
                new Text(Format(compared.CorrectedRatio, "f3"), new Style(ColorOf(compared))));
        }

        return table.AddEmptyRow().AddRow(
            new Text("geometric mean"), Text.Empty, Text.Empty, Text.Empty, Text.Empty, Text.Empty,
            Cell(comparison.MeanRatio!.Value, "f3"), Cell(comparison.MeanCorrectedRatio!.Value, "f3"));
    }

    // What lies within the noise has no colour, and what is faster only because the machine is has none either.
    private static Color ColorOf(CaseComparison compared) => (compared.IsClear, compared.CorrectedRatio) switch
    {
        (true, < 0.99) when compared.Ratio < 1 => Color.Green,
        (true, > 1.01) when compared.Ratio > 1 => Color.Red,
        _ => Color.Default,
    };

    // What is missing altogether in one line, what is missing in part in a line each.
    private static void Missing(IAnsiConsole console, string title, IReadOnlyList<MissingCases> missing)
    {
        var whole = missing.Where(static model => model.IsWhole).Select(static model => NameOf(model)).ToList();
        if (whole.Count > 0)
            console.MarkupLineInterpolated($"[grey]{title}:[/] {string.Join(", ", whole)}");
        foreach (var model in missing.Where(static model => !model.IsWhole))
            console.MarkupLineInterpolated($"[grey]{title}:[/] {NameOf(model)}: block {string.Join(", ", model.Cases)}");
    }

    private static string NameOf(MissingCases model) =>
        model.Width == 1 ? model.Model : string.Create(CultureInfo.InvariantCulture, $"{model.Model} at width {model.Width:0.###}");

    private static TableColumn Number(string name) => new TableColumn(name).NoWrap().RightAligned();

    private static Text Cell(double value, string format) => new(Format(value, format));

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
