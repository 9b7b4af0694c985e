using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>Messages for people, on stderr, so that stdout stays clean for sound and JSON. Colours follow the terminal and NO_COLOR.</summary>
internal static class ErrorLine
{
    // A log has one message per line, however long its paths are.
    private const int Unwrapped = 1 << 20;

    /// <summary>The terminal behind stderr.</summary>
    public static IAnsiConsole Terminal { get; } = PlainTerminal.Over(Console.Error, Console.IsErrorRedirected, Unwrapped);

    /// <summary>An error.</summary>
    public static void Write(string message) => Terminal.MarkupLineInterpolated($"[red]error[/] {message}");

    /// <summary>Something the user should know though the work goes on.</summary>
    public static void Warn(string message) => Terminal.MarkupLineInterpolated($"[yellow]warning[/] {message}");

    /// <summary>A plain remark.</summary>
    public static void Say(string message) => Terminal.MarkupLineInterpolated($"{message}");
}
