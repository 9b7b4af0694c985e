using NamPlugin.Tests.Support;

namespace NamPlugin.Aot.Tests;

/// <summary>Compiles the C of aot/ the way build.sh does; skips the calling test where there is no compiler.</summary>
internal static class CSource
{
    /// <summary>
    /// A folder for what is compiled, which the caller deletes. None where there is no compiler: a test that is skipped while it is being made gets no
    /// chance to clean up.
    /// </summary>
    public static string CreateFolder()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "clang"))), "clang is not installed");
        return Directory.CreateTempSubdirectory("namplug-").FullName;
    }

    /// <summary>Compiles sources, relative to aot/, into one file.</summary>
    public static void Compile(string output, IEnumerable<string> sources, params string[] options)
    {
        var paths = sources.Select(source => Path.Combine(SharedMaterial.RepositoryRoot, "aot", source));
        var outcome = Shell.Run("clang", ["-std=c11", "-D_GNU_SOURCE", "-O1", "-Wall", "-Wextra", "-Werror", .. options, "-o", output, .. paths]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }
}
