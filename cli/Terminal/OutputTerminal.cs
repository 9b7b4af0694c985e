using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>The terminal behind stdout, for tables.</summary>
internal static class OutputTerminal
{
    // Rules and tables fill the width, so it stays reasonable.
    private const int PageColumns = 100;

    /// <summary>The terminal.</summary>
    public static IAnsiConsole Instance { get; } = PlainTerminal.Over(Console.Out, Console.IsOutputRedirected, PageColumns);
}
