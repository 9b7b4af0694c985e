using NamPlugin.Tests.Support;

namespace NamPlugin.Aot.Tests;

/// <summary>Compiles the C of aot/ the way build.sh does; skips the calling test where there is no compiler.</summary>
internal static class CSource
{
    public static void Compile(string output, IEnumerable<string> sources, params string[] options)
    {
        var paths = sources.Select(source => Path.Combine(SharedMaterial.RepositoryRoot, "aot", source));
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "clang"))), "clang is not installed");
        var outcome = Shell.Run("clang", ["-std=c11", "-D_GNU_SOURCE", "-O1", "-Wall", "-Wextra", "-Werror", .. options, "-o", output, .. paths]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }
}
