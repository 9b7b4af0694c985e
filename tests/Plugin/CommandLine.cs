using System.Diagnostics;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>The built <c>namplug</c>, which the plugin has to sound like.</summary>
public static class CommandLine
{
    private static readonly string Namplug = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "namplug");

    /// <summary>Plays a mono recording through the built-in capture; skips the calling test where the command line is not built.</summary>
    public static double[] Reamp(double[][] input, int sampleRateHz, params string[] options)
    {
        Assert.SkipUnless(File.Exists(Namplug), $"{Namplug} is not built");
        using var folder = new TemporaryFolder();
        var (source, target) = (folder["in.wav"], folder["out.wav"]);
        new WavPlanes(sampleRateHz, input).Write(source);
        using var process = Process.Start(new ProcessStartInfo(Namplug, ["reamp", source, "--model", Captures.BuiltIn, "--out", target, "--bits", "32f", "--quiet", .. options]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return WavPlanes.Read(target).Planes[0];
    }
}
