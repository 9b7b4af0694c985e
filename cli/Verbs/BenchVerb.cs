using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using NamPlugin.Cli.Bench;
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
        "namplug bench --core 1 --json today.json",
    ];

    private static readonly Argument<string[]> Models = new("models") { Description = "Captures: .nam or .namb. Without any, shapes that are in common use, with random weights.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Widths = new("--widths") { Description = "Widths of a slimmable capture: all or full.", DefaultValueFactory = static _ => "all", HelpName = "all|full" };
    private static readonly Option<int[]> Blocks = new("--blocks") { Description = "Samples at a time, separated by commas.", DefaultValueFactory = static _ => [1, 16, 64, 256, 1024], HelpName = "numbers", CustomParser = List(LargestBlock) };
    private static readonly Option<int[]> Instances = new("--instances") { Description = $"Instances that play in turn, {BenchSettings.InstancesBlock} samples each, separated by commas.", DefaultValueFactory = static _ => [1, 8, 32, 64], HelpName = "numbers", CustomParser = List(MostInstances) };
    private static readonly Option<int?> Core = new("--core") { Description = "The core to stay on, from 0; without it the one that it starts on. Linux.", HelpName = "number", CustomParser = Number.OptionalBetween(0, LargestCore) };
    private static readonly Option<bool> Quick = new("--quick") { Description = "Fewer and shorter repetitions: a tenth of the time, less certain figures." };
    private static readonly Option<string?> Json = new("--json") { Description = "Write everything as one JSON object; - is stdout, in place of the tables.", HelpName = "file" };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("bench", Description) { Models, Widths, Blocks, Instances, Core, Quick, Json };
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
            Blocks = parsed.GetValue(Blocks)!,
            Instances = parsed.GetValue(Instances)!,
            Core = parsed.GetValue(Core),
            Quick = parsed.GetValue(Quick),
        };
        var models = BenchModels.Load(settings.Models);
        try
        {
            using var interruption = new Interruption();
            var record = new BenchRun(settings, models).Execute(showProgress: true, interruption.Token);
            Report(record, parsed.GetValue(Json));
            return ExitCode.Success;
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    private static void Report(BenchRecord record, string? json)
    {
        if (json == "-")
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(record, BenchJson.Type));
            return;
        }

        BenchTable.Write(OutputTerminal.Instance, record);
        if (json is not null)
            AtomicFile.Write(json, JsonSerializer.SerializeToUtf8Bytes(record, BenchJson.Type));
    }

    private static bool ReadWidths(string text) => text.ToLowerInvariant() switch
    {
        "all" => true,
        "full" => false,
        _ => throw new UsageException($"--widths {text}: expected all or full."),
    };

    // Ascending, each once: 64,16,16 is 16,64.
    private static Func<ArgumentResult, int[]> List(int largest) => result =>
    {
        var numbers = new SortedSet<int>();
        foreach (var part in result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest)
                numbers.Add(number);
            else
                result.AddError($"{((OptionResult)result.Parent!).Option.Name} {result.Tokens[0].Value}: expected numbers from 1 to {largest}, separated by commas, such as 16,64.");
        }

        return [.. numbers];
    };
}
