using System.Diagnostics;
using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime;

/// <summary>
/// The watch must stand before the C library before anything else is loaded, which only the system's loader can arrange, as a process starts.
/// </summary>
internal static class Watching
{
    private const string Preload = "LD_PRELOAD";

    private static string Library => Path.Combine(AppContext.BaseDirectory, "libnam-realtime-watch.so");

    /// <summary>Runs this program again, watched, where it is not.</summary>
    /// <returns>That process's exit code; null when this one is watched already.</returns>
    public static int? RunWatched(string[] args)
    {
        if (!File.Exists(Library))
            throw new FileNotFoundException($"{Library} is not there: install clang and build again.");
        if (PlayerLibrary.IsWatched)
            return null;
        if (Environment.GetEnvironmentVariable(Preload) is { } preloaded && preloaded.Contains(Library, StringComparison.Ordinal))
            throw new InvalidOperationException($"{Library} is preloaded and yet does not stand before the C library.");
        var start = new ProcessStartInfo(Environment.ProcessPath!, args) { UseShellExecute = false };
        start.Environment[Preload] = Library;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
