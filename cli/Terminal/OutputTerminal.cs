using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>The terminal behind stdout, for tables.</summary>
internal static class OutputTerminal
{
    /// <summary>The terminal.</summary>
    public static IAnsiConsole Instance { get; } = PlainTerminal.Over(Console.Out, Console.IsOutputRedirected);
}
