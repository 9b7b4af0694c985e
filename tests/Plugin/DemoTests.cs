using System.Diagnostics;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>The demo is a host process of its own: what it prints and how it ends is what the plugin did to it.</summary>
public sealed class DemoTests
{
    private static readonly string Demo = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "NamPlugin.Demo", "release", "NamPlugin.Demo");

    [Theory]
    [EachFormat]
    public void A_host_that_loads_plays_and_exits_ends_well_and_prints_nothing_to_stderr(PluginFormat format)
    {
        Assert.SkipUnless(File.Exists(Demo), $"{Demo} is not built");
        var plugin = BuiltPlugin.PathOf(format);
        var folder = Directory.CreateTempSubdirectory("namplug-").FullName;
        try
        {
            string At(string name) => Path.Combine(folder, name);
            new WavPlanes(48_000, Signals.Guitar(48_000, 1)).Write(At("in.wav"));

            using var process = Process.Start(new ProcessStartInfo(Demo, [plugin, At("in.wav"), Captures.BuiltIn, "width=0s:1,1s:0", At("out.wav"), At("out.png")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var output = process.StandardOutput.ReadToEnd();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();

            Assert.Equal("", errors);
            Assert.Equal(0, process.ExitCode);
            Assert.Contains("times real time", output, StringComparison.Ordinal);
            Assert.InRange(WavPlanes.Read(At("out.wav")).Planes[0].Max(Math.Abs), 0.01, 1);
            Assert.True(new FileInfo(At("out.png")).Length > 1_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
