using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>Makes terminals that fall back to plain, unwrapped lines when a file or pipe is behind them.</summary>
internal static class PlainTerminal
{
    // Rules and tables fill the width, so it stays reasonable.
    private const int RedirectedWidth = 100;

    /// <summary>A terminal over a writer.</summary>
    public static IAnsiConsole Over(TextWriter writer, bool isRedirected)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            terminal.Profile.Width = RedirectedWidth;
        return terminal;
    }
}
