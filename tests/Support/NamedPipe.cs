using System.Diagnostics;

namespace NamPlugin.Tests.Support;

/// <summary>Pipes that have a name in the file system, and keep whoever opens one waiting until somebody writes into it.</summary>
public static class NamedPipe
{
    /// <summary>Makes one and returns its path.</summary>
    public static string Create(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return path;
    }
}
