using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Bench.Baselines;
using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug bench</c>: what captures cost on this machine.</summary>
internal static class BenchVerb
{
    private const int LargestBlock = 65_536;
    private const int MostInstances = 1024;
    private const int LargestCore = 8191;

    private const string Description = "Measures what captures cost on this machine: how long a sample takes, and how many instances a core can play.";

    private static readonly string[] Examples =
    [
        "namplug bench",
        "namplug bench amp.nam --quick",
        "namplug bench captures/*.nam --widths full --blocks 64 --instances 1",
        "namplug bench --core 1 --json today.json --png today.png",
        "namplug bench --baseline yesterday.json",
    ];

    private static readonly Argument<string[]> Models = new("models") { Description = "Captures: .nam or .namb. Without any, shapes that are in common use, with random weights.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Widths = new("--widths") { Description = "Widths of a slimmable capture: all or full.", DefaultValueFactory = static _ => "all", HelpName = "all|full" };
    private static readonly Option<string> Blocks = new("--blocks") { Description = "Samples at a time.", DefaultValueFactory = static _ => "1,16,64,256,1024", HelpName = "number,..." };
    private static readonly Option<string> Instances = new("--instances") { Description = $"Instances that play in turn, {BenchSettings.InstancesBlock} samples each.", DefaultValueFactory = static _ => "1,8,32,64", HelpName = "number,..." };
    private static readonly Option<int?> Core = new("--core") { Description = "The core to stay on, from 0; without it the one that it starts on. Linux.", HelpName = "number", CustomParser = Number.OptionalBetween(0, LargestCore) };
    private static readonly Option<bool> Quick = new("--quick") { Description = "Fewer and shorter repetitions: a tenth of the time, less certain figures." };
    private static readonly Option<string?> Json = new("--json") { Description = "Write everything as one JSON object; - is stdout, in place of the tables.", HelpName = "file" };
    private static readonly Option<string?> Baseline = new("--baseline") { Description = "Compare with what --json wrote another time.", HelpName = "file" };
    private static readonly Option<string?> Png = new("--png") { Description = "Draw how much of a core each capture takes.", HelpName = "file" };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("bench", Description) { Models, Widths, Blocks, Instances, Core, Quick, Json, Baseline, Png };
        command.SetHelp(Examples);
        command.SetAction(static parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var settings = new BenchSettings
        {
            Models = parsed.GetValue(Models) ?? [],
            AllWidths = ReadWidths(parsed.GetValue(Widths)!),
            Blocks = ReadNumbers("--blocks", parsed.GetValue(Blocks)!, LargestBlock),
            Instances = ReadNumbers("--instances", parsed.GetValue(Instances)!, MostInstances),
            Core = parsed.GetValue(Core),
            Quick = parsed.GetValue(Quick),
        };
        var (json, png, baselinePath) = (parsed.GetValue(Json), parsed.GetValue(Png), parsed.GetValue(Baseline));
        RequireFolder("--json", json == "-" ? null : json);
        RequireFolder("--png", png);
        var baseline = baselinePath is null ? null : BaselineFile.Load(baselinePath);
        using var interruption = new Interruption();
        var models = BenchModels.Load(settings.Models);
        try
        {
            var record = new BenchRun(settings, models).Execute(showProgress: true, interruption.Token);
            if (baseline is not null)
                record = record with { Baseline = BaselineComparison.Of(record, baseline, baselinePath!) };
            Report(record, json, png);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            ErrorLine.Say("interrupted; nothing was written");
            return ExitCode.Interrupted;
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    private static void Report(BenchRecord record, string? json, string? png)
    {
        if (json == "-")
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(record, BenchJson.Type));
        }
        else
        {
            BenchTable.Write(OutputTerminal.Instance, record);
            if (record.Baseline is { } comparison)
                BaselineTable.Write(OutputTerminal.Instance, record, comparison);
            if (json is not null)
                AtomicFile.Write(json, JsonSerializer.SerializeToUtf8Bytes(record, BenchJson.Type));
        }

        if (png is not null)
            BenchDrawing.Save(record, png);
    }

    // Said before the measurement, which takes a while, and not behind it.
    private static void RequireFolder(string option, string? path)
    {
        if (path is not null && (path.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))))
            throw new UsageException($"{option} {path}: there is no such folder; make it first.");
    }

    private static bool ReadWidths(string text) => text.ToLowerInvariant() switch
    {
        "all" => true,
        "full" => false,
        _ => throw new UsageException($"--widths {text}: expected all or full."),
    };

    // Ascending, each once: 64,16,16 is 16,64.
    private static IReadOnlyList<int> ReadNumbers(string option, string text, int largest)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > largest)
                throw new UsageException($"{option} {text}: expected numbers from 1 to {largest} with commas between them, such as 16,64.");
            numbers.Add(number);
        }

        return [.. numbers];
    }
}
