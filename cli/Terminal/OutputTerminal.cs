using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>The terminal behind stdout, for tables.</summary>
internal static class OutputTerminal
{
    /// <summary>Columns of text that goes to a file or pipe. Rules and tables fill the width, so it stays reasonable.</summary>
    public const int PageColumns = 100;

    /// <summary>The terminal.</summary>
    public static IAnsiConsole Instance { get; } = PlainTerminal.Over(Console.Out, Console.IsOutputRedirected, PageColumns);
}
