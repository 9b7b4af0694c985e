using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>Messages for people, on stderr, so that stdout stays clean for sound and JSON. Colours follow the terminal and NO_COLOR.</summary>
internal static class ErrorLine
{
    /// <summary>The terminal behind stderr.</summary>
    public static IAnsiConsole Terminal { get; } = Create();

    /// <summary>An error.</summary>
    public static void Write(string message) => Terminal.MarkupLineInterpolated($"[red]error[/] {message}");

    /// <summary>Something the user should know though the work goes on.</summary>
    public static void Warn(string message) => Terminal.MarkupLineInterpolated($"[yellow]warning[/] {message}");

    /// <summary>A plain remark.</summary>
    public static void Say(string message) => Terminal.MarkupLineInterpolated($"{message}");

    // Into a file or pipe go plain lines, however long.
    private static IAnsiConsole Create()
    {
        var redirected = Console.IsErrorRedirected;
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            terminal.Profile.Width = int.MaxValue / 2;
        return terminal;
    }
}
