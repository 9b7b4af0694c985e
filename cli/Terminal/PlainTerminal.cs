using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>Makes terminals that fall back to plain text when a file or pipe is behind them.</summary>
internal static class PlainTerminal
{
    /// <summary>A terminal over a writer.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="isRedirected">Whether that is a file or pipe.</param>
    /// <param name="redirectedWidth">Columns to fill there; a real terminal has its own.</param>
    public static IAnsiConsole Over(TextWriter writer, bool isRedirected, int redirectedWidth)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            terminal.Profile.Width = redirectedWidth;
        return terminal;
    }
}
