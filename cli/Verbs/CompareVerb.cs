using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NamPlugin.Cli.AudioFiles;
using NamPlugin.Cli.Compare;
using NamPlugin.Cli.Pictures;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Metering.Comparison;
using Spectre.Console;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug compare</c>: how far apart two recordings are.</summary>
internal static class CompareVerb
{
    private const string Description = "Says how far apart two recordings are, channel by channel, and how the second would have to be moved to fit.";

    // A minute either way; the correlation of longer shifts takes long and finds chance.
    private const double LongestDelayMs = 60_000;

    private static readonly string[] Examples =
    [
        "namplug compare reference.wav mine.wav",
        "namplug compare reference.wav mine.wav --png difference.png",
        "namplug compare reference.wav mine.wav --max-esr 1e-7 && echo the same",
    ];

    private static readonly Argument<string> Reference = new("reference") { Description = "The recording that is taken as right." };
    private static readonly Argument<string> Test = new("test") { Description = "The recording that is compared with it." };
    private static readonly Option<string?> Png = new("--png") { Description = "Draw both waveforms, their difference and its spectrogram (first channel).", HelpName = "file" };
    private static readonly Option<double> MaxDelay = new("--max-delay") { Description = "How far the alignment looks, in milliseconds.", DefaultValueFactory = static _ => 100.0, HelpName = "ms", CustomParser = Number.Between(0.0, LongestDelayMs) };
    private static readonly Option<double?> MaxEsr = new("--max-esr") { Description = "Exit with 1 when the error-to-signal ratio of any channel is larger.", HelpName = "ratio", CustomParser = Number.OptionalBetween(0.0, double.MaxValue) };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per channel." };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("compare", Description) { Reference, Test, Png, MaxDelay, MaxEsr, Json };
        command.SetHelp(Examples);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (referencePath, testPath) = (parsed.GetValue(Reference)!, parsed.GetValue(Test)!);
        var (reference, test) = (Recording.Read(referencePath), Recording.Read(testPath));
        RequireComparable(reference, test);
        if (reference.Frames != test.Frames)
            ErrorLine.Warn($"the lengths differ ({reference.Frames} and {test.Frames} frames); what both have is compared");
        var maximumDelay = (int)(parsed.GetValue(MaxDelay) / 1000 * reference.Format.SampleRateHz);
        var comparisons = reference.Channels.Zip(test.Channels, (a, b) => SignalComparison.Measure(a, b, maximumDelay)).ToList();
        if (parsed.GetValue(Json))
            WriteJson(comparisons);
        else
            WriteTable(comparisons);
        if (parsed.GetValue(Png) is { } png)
            PngFile.Save(ComparisonPicture.Draw(Path.GetFileName(referencePath), Path.GetFileName(testPath), reference.Channels[0], test.Channels[0], reference.Format.SampleRateHz, comparisons[0]), png);
        return parsed.GetValue(MaxEsr) is { } limit && comparisons.Exists(comparison => !(comparison.Esr <= limit)) ? ExitCode.SomeFailed : ExitCode.Success;
    }

    private static void RequireComparable(Recording reference, Recording test)
    {
        if (reference.Format.SampleRateHz != test.Format.SampleRateHz)
            throw new UsageException($"The recordings have different sample rates ({reference.Format.SampleRateHz} and {test.Format.SampleRateHz} Hz); bring them to one first.");
        if (reference.Format.Channels != test.Format.Channels)
            throw new UsageException($"The recordings have {reference.Format.Channels} and {test.Format.Channels} channels; compare what belongs together.");
    }

    private static void WriteJson(List<SignalComparison> comparisons)
    {
        for (var channel = 0; channel < comparisons.Count; channel++)
            Console.Out.WriteLine(JsonSerializer.Serialize(ComparisonRecord.From(comparisons[channel], channel), CliJson.Default.ComparisonRecord));
    }

    private static void WriteTable(List<SignalComparison> comparisons)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        for (var channel = 0; channel < comparisons.Count; channel++)
            table.AddColumn(new TableColumn($"channel {channel + 1}").RightAligned());
        Row(table, "ESR", comparisons, static c => Rounded(c.Esr));
        Row(table, "ESR, pre-emphasised", comparisons, static c => Rounded(c.PreEmphasisedEsr));
        Row(table, "largest difference", comparisons, static c => WithDb(c.MaximumDifference));
        Row(table, "RMS of the difference", comparisons, static c => WithDb(c.RmsDifference));
        Row(table, "multi-resolution STFT distance", comparisons, static c => Rounded(c.StftDistance));
        Row(table, "best alignment: delay", comparisons, static c => $"{c.Alignment.DelaySamples:f2} samples");
        Row(table, "best alignment: gain", comparisons, static c => $"{c.Alignment.GainDb:f2} dB{(c.Alignment.IsInverted ? ", inverted" : "")}");
        Row(table, "ESR, best aligned", comparisons, static c => Rounded(c.AlignedEsr));
        table.ShowHeaders = comparisons.Count > 1;
        OutputTerminal.Instance.Write(table);
    }

    private static void Row(Table table, string name, List<SignalComparison> comparisons, Func<SignalComparison, string> text) =>
        table.AddRow([name, .. comparisons.Select(text)]);

    private static string Rounded(double value) => value.ToString("g4", CultureInfo.InvariantCulture);

    private static string WithDb(double value) => value > 0 ? $"{Rounded(value)} ({20 * Math.Log10(value):f1} dBFS)" : "0";
}
