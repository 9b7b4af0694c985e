using System.CommandLine;
using System.Reflection;
using NamPlugin.Cli.Terminal;
using NamPlugin.Cli.Verbs;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Cli;

/// <summary>The root of the command line: one verb per file in <c>Verbs/</c>, and one place where errors become exit codes.</summary>
internal static class NamplugCommand
{
    /// <summary>Parses and runs a command line.</summary>
    public static int Run(string[] args)
    {
        var root = new RootCommand("Plays Neural Amp Modeler captures over recordings, and looks into them.")
        {
            ReampVerb.Create(),
            InfoVerb.Create(),
            ConvertVerb.Create(),
            CompareVerb.Create(),
            BenchVerb.Create(),
        };
        root.SetHelp();
        ReplaceVersion(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine($"Try: namplug {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (ExitCodeFor(exception) is { } code)
        {
            ErrorLine.Write(exception.Message);
            return code;
        }
    }

    private static int? ExitCodeFor(Exception exception) => exception switch
    {
        UsageException => ExitCode.Usage,
        FileFormatException => ExitCode.Unreadable,
        OperationCanceledException => ExitCode.Interrupted,
        IOException or UnauthorizedAccessException => ExitCode.SomeFailed,
        _ => null,
    };

    // The version names what matters when somebody reports a difference: the source it was built from and the instruction set in use.
    private static void ReplaceVersion(RootCommand root)
    {
        var informational = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var option = root.Options.OfType<VersionOption>().Single();
        option.Action = new VersionAction($"namplug {informational} ({LaneWidths.Widest switch
        {
            LaneWidth.Wide512 => "AVX-512",
            LaneWidth.Wide256 => "AVX2",
            LaneWidth.Wide128 => "baseline",
            _ => "scalar",
        }})");
    }

    private sealed class VersionAction(string text) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.Out.WriteLine(text);
            return ExitCode.Success;
        }
    }
}
