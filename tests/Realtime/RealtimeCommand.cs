using System.ComponentModel;
using System.CommandLine;
using NamPlugin.Dsp.Formats;
using NamPlugin.Host;

namespace NamPlugin.Realtime;

/// <summary>The command line.</summary>
internal static class RealtimeCommand
{
    private const int NotClean = 1;
    private const int Failed = 2;

    private const string Description =
        """
        Plays the built plugin in real time on a native thread, beside a null plugin on a second one, while the main thread loads captures, saves and
        shows texts. Says how long the blocks took and what the audio thread called that it must not. Exit code 1 when it called such a thing or when
        the plugin's runtime collected, 2 when nothing could be measured.
        """;

    private static readonly Option<PluginFormat> Format = new("--format") { Description = "clap or vst3.", DefaultValueFactory = static _ => PluginFormat.Clap };
    private static readonly Option<string?> Plugin = new("--plugin") { Description = "The plugin, if not the one in artifacts.", HelpName = "file" };
    private static readonly Option<double> Seconds = Number("--seconds", 60.0, 1.0, 3600.0, "How long.");
    private static readonly Option<int> Frames = Number("--frames", 64, 1, 2048, "Frames of a block.");
    private static readonly Option<int> Instances = Number("--instances", 1, 1, 64, "Instances, all on the one audio thread.");
    private static readonly Option<double> SilenceAfter = Number("--silence-after", double.PositiveInfinity, 0.0, double.PositiveInfinity, "Seconds after which silence is played.");
    private static readonly Option<bool> AutomateAll = new("--automate-all") { Description = "Every automatable parameter moves, not the width alone." };
    private static readonly Option<bool> Undisturbed = new("--undisturbed") { Description = "The main thread leaves the plugins alone." };
    private static readonly Option<string?> Json = new("--json") { Description = "Where to keep the result.", HelpName = "file" };

    private static readonly Option<string[]> Models = new("--model")
    {
        Description = "A capture; several are loaded in turn. Without: A1 standard with random weights, of one width and of four.",
        HelpName = "file",
        DefaultValueFactory = static _ => [],
    };

    private static readonly Option<string?> Input = new("--input")
    {
        Description = "What is played, a WAV file of 48 kHz. Without: the built-in guitar.",
        HelpName = "file",
    };

    /// <summary>Parses and runs.</summary>
    public static int Run(string[] args)
    {
        var command = new RootCommand(Description) { Format, Plugin, Seconds, Frames, Instances, Models, Input, SilenceAfter, AutomateAll, Undisturbed, Json };
        command.SetAction(parsed =>
        {
            try
            {
                return Watching.RunWatched(args) ?? Measure(parsed, string.Join(' ', args));
            }
            catch (Exception exception) when (exception is HostException or FileFormatException or IOException or DllNotFoundException or InvalidOperationException or Win32Exception)
            {
                Console.Error.WriteLine(exception.Message);
                return Failed;
            }
        });
        var parsed = command.Parse(args);
        return parsed.Errors.Count > 0 ? Math.Max(parsed.Invoke(), Failed) : parsed.Invoke();
    }

    private static int Measure(ParseResult parsed, string arguments)
    {
        var root = RepositoryRoot();
        var format = parsed.GetValue(Format);
        var folder = Directory.CreateTempSubdirectory("namplug-realtime-");
        try
        {
            var models = parsed.GetValue(Models)!;
            foreach (var model in models)
                ModelFile.Load(model).Dispose();
            var built = Path.Combine(root, "artifacts", format == PluginFormat.Clap ? "NamPlugin.clap" : "NamPlugin.vst3");
            var record = Measurement.Run(
                new RealtimeSettings
                {
                    Format = format,
                    PluginPath = parsed.GetValue(Plugin) ?? built,
                    Seconds = parsed.GetValue(Seconds),
                    Frames = parsed.GetValue(Frames),
                    SampleRateHz = 48_000,
                    Instances = parsed.GetValue(Instances),
                    SilenceAfterSeconds = parsed.GetValue(SilenceAfter),
                    AutomatesAll = parsed.GetValue(AutomateAll),
                    IsUndisturbed = parsed.GetValue(Undisturbed),
                    Captures = models.Length > 0 ? [.. models.Select(Path.GetFullPath)] : [.. StandardCaptures(folder.FullName)],
                    InputPath = parsed.GetValue(Input) ?? Path.Combine(root, "assets", "di", "guitar-di-20s.wav"),
                },
                arguments);
            RealtimeTable.Write(Console.Out, record);
            if (parsed.GetValue(Json) is { } json)
                record.Save(json);
            return record.IsClean ? 0 : NotClean;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Option<T> Number<T>(string name, T usual, T lowest, T highest, string description)
        where T : struct, IComparable<T>
    {
        var option = new Option<T>(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is var value && (value.CompareTo(lowest) < 0 || value.CompareTo(highest) > 0))
                result.AddError($"{name} {value}: expected a number from {lowest} to {highest}.");
        });
        return option;
    }

    // One width, as published ones have, and four, so that the automated width is heard.
    private static IEnumerable<string> StandardCaptures(string folder)
    {
        foreach (var (name, isSlimmable) in new[] { ("a1-standard.nam", false), ("a1-standard-slimmable.nam", true) })
        {
            var path = Path.Combine(folder, name);
            StandardCapture.Write(path, seed: name.Length, isSlimmable);
            yield return path;
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NamPlugin.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("This program belongs into the repository.");
    }
}
