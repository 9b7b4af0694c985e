using System.Globalization;
using Spectre.Console;

namespace NamPlugin.Cli.Info;

/// <summary>Draws a <see cref="ModelRecord"/> for people.</summary>
internal static class ModelTable
{
    /// <summary>Writes the description of one file to stdout.</summary>
    public static void Write(IAnsiConsole console, ModelRecord model)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        void Fact(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                facts.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        }

        var metadata = model.Metadata;
        Fact("name", metadata.Name);
        Fact("gear", string.Join(' ', new[] { metadata.GearMake, metadata.GearModel }.Where(static part => part is not null).Distinct()));
        Fact("type", string.Join(", ", new[] { metadata.GearType, metadata.ToneType }.Where(static part => part is not null)));
        Fact("made by", metadata.ModeledBy);
        Fact("date", metadata.Date);
        Fact("architecture", $"{model.Architecture}, file version {model.Version}, {model.Weights.ToString("n0", CultureInfo.InvariantCulture)} weights, {model.Bytes.ToString("n0", CultureInfo.InvariantCulture)} bytes");
        Fact("channels", model.InputChannels == 1 && model.OutputChannels == 1 ? "mono" : $"{model.InputChannels} in, {model.OutputChannels} out");
        Fact("sample rate", model.SampleRateHz is { } rate ? $"{rate:g} Hz" : "not stated (played at 48000 Hz)");
        Fact("loudness", metadata.LoudnessDb is { } loudness ? $"{loudness:f2} dB (normalized: {-18 - loudness:+0.00;-0.00} dB)" : "not stated");
        Fact("levels", Levels(metadata.InputLevelDbu, metadata.OutputLevelDbu));
        Fact("validation ESR", metadata.ValidationEsr?.ToString("g4", CultureInfo.InvariantCulture));

        console.Write(new Rule(Markup.Escape(Path.GetFileName(model.File))).LeftJustified().RuleStyle("grey"));
        console.Write(facts);
        console.Write(Widths(model));
        foreach (var warning in model.Warnings)
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        console.WriteLine();
    }

    private static Table Widths(ModelRecord model)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("width").AddColumn("channels")
            .AddColumn(new TableColumn("MACs/sample").RightAligned())
            .AddColumn(new TableColumn("cost").RightAligned())
            .AddColumn(new TableColumn("receptive field").RightAligned());
        for (var i = 0; i < model.Widths.Count; i++)
        {
            var width = model.Widths[i];
            var to = i + 1 < model.Widths.Count ? model.Widths[i + 1].From : 1;
            table.AddRow(
                model.Widths.Count == 1 ? "fixed" : i + 1 < model.Widths.Count ? $"{width.From:0.###} to {to:0.###}" : $"{width.From:0.###} and up",
                width.Channels.Count == 0 ? "-" : string.Join(" / ", width.Channels),
                width.MacsPerSample.ToString("n0", CultureInfo.InvariantCulture),
                $"{100.0 * width.MacsPerSample / Math.Max(1, model.Widths[^1].MacsPerSample):f0} %",
                width.Recurrent ? "recurrent" : $"{width.ReceptiveFieldSamples} ({width.ReceptiveFieldMs:f1} ms)");
        }

        return table;
    }

    private static string? Levels(double? input, double? output) => (input, output) switch
    {
        (null, null) => null,
        _ => string.Join(", ", new[] { input is { } i ? $"input {i:f1} dBu" : null, output is { } o ? $"output {o:f1} dBu" : null }.Where(static part => part is not null)),
    };
}
