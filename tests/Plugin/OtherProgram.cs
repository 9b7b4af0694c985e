using System.Diagnostics;

namespace NamPlugin.Plugin.Tests;

/// <summary>Runs a program to its end and keeps what it says.</summary>
/// <param name="ExitCode">What it ended with; null where it came to no end in time and was ended.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record OtherProgram(int? ExitCode, string Output, string Errors)
{
    // Far longer than any of them takes; one that hangs must not hang the tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it without input. One that comes to no end is ended, and fails the calling test.</summary>
    public static OtherProgram Run(ProcessStartInfo start)
    {
        var outcome = Run(start, Patience);
        Assert.True(outcome.ExitCode is not null, $"{start.FileName} does not come to an end: {outcome.Output}{outcome.Errors}");
        return outcome;
    }

    /// <summary>Runs it without input, and ends it where it does not come to an end in time.</summary>
    public static OtherProgram Run(ProcessStartInfo start, TimeSpan patience)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var isEnded = process.WaitForExit(patience);
        if (!isEnded)
            process.Kill(entireProcessTree: true);
        return new OtherProgram(isEnded ? process.ExitCode : null, output.Result, errors.Result);
    }

    /// <summary>Whether the shell would find a program of this name.</summary>
    public static bool IsInstalled(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));
}
