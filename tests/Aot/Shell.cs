using System.Diagnostics;
using NamPlugin.Tests.Support;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace NamPlugin.Aot.Tests;

/// <summary>Runs programs and collects what they say.</summary>
internal static class Shell
{
    /// <summary>Runs to the end, in the repository's root. The environment's entries are set on top of this process's own; null removes one.</summary>
    public static Outcome Run(string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = SharedMaterial.RepositoryRoot,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Writes an executable bash script.</summary>
    public static void WriteScript(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/bash\n{body}\n");
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    public sealed record Outcome(int ExitCode, string Output, string Error);
}
