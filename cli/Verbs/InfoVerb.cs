using System.CommandLine;
using System.Text.Json;
using NamPlugin.Cli.Info;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug info</c>: what a capture is and what each of its widths costs.</summary>
internal static class InfoVerb
{
    private const string Description = "Shows what a capture says about itself, and what each of its widths costs.";

    private static readonly string[] Examples = ["namplug info amp.nam", "namplug info captures/*.nam --json"];

    private static readonly Argument<string[]> Models = new("models") { Description = "Captures: .nam or .namb.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per capture." };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("info", Description) { Models, Json };
        command.SetHelp(Examples);
        command.SetAction(static parsed => Run(parsed.GetValue(Models)!, parsed.GetValue(Json)));
        return command;
    }

    private static int Run(string[] models, bool json)
    {
        var refused = 0;
        foreach (var path in models)
        {
            try
            {
                var record = ModelRecord.Of(path);
                if (json)
                    Console.Out.WriteLine(JsonSerializer.Serialize(record, CliJson.Default.ModelRecord));
                else
                    ModelTable.Write(OutputTerminal.Instance, record);
            }
            catch (Exception exception) when (exception is FileFormatException or IOException or UnauthorizedAccessException)
            {
                ErrorLine.Write(exception.Message);
                refused++;
            }
        }

        return refused == 0 ? ExitCode.Success : refused == models.Length ? ExitCode.Unreadable : ExitCode.SomeFailed;
    }
}
