using System.Diagnostics;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>The plugin in a host sounds as <c>namplug reamp</c> does.</summary>
public sealed class ReampEqualityTests
{
    private static readonly string Namplug = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "namplug");

    [Theory]
    [EachFormat("64", 48_000)]
    [EachFormat("1", 48_000)]
    [EachFormat("8192", 48_000)]
    [EachFormat("rand:1:512+0", 48_000)]
    [EachFormat("rand:1:512", 44_100)]
    [EachFormat("rand:1:512", 96_000)]
    public void A_render_equals_the_command_line(PluginFormat format, string blocks, int sampleRateHz)
    {
        Assert.SkipUnless(File.Exists(Namplug), $"{Namplug} is not built");
        var folder = Directory.CreateTempSubdirectory("namplug-").FullName;
        try
        {
            var input = Signals.Guitar(2 * sampleRateHz, 1, sampleRateHz);
            var expected = Reamp(folder, input, sampleRateHz, "--input-db", "4", "--output-db", "-3", "--width", "0.5", "--gate", "-70");

            BuiltPlugin.Run(format, plugin =>
            {
                Captures.Load(plugin, Captures.BuiltIn);
                foreach (var (name, value) in new[] { ("Input", 4.0), ("Output", -3), ("Width", 0.5), ("Gate", -70) })
                    BuiltPlugin.Settle(plugin, plugin.Parameter(name).Id, value);

                var output = HostRender.Render(plugin, input, new RenderSettings
                {
                    Layout = AudioLayout.Mono,
                    Blocks = BlockPattern.Parse(blocks),
                    Setup = new ProcessingSetup { SampleRateHz = sampleRateHz },
                });

                Assert.InRange(expected.Max(Math.Abs), 0.05, 1);
                Assert.InRange(Signals.LargestDifference([expected], output), 0, 1e-6);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double[] Reamp(string folder, double[][] input, int sampleRateHz, params string[] options)
    {
        var (source, target) = (Path.Combine(folder, "in.wav"), Path.Combine(folder, "out.wav"));
        new WavPlanes(sampleRateHz, input).Write(source);
        using var process = Process.Start(new ProcessStartInfo(Namplug, ["reamp", source, "--model", Captures.BuiltIn, "--out", target, "--bits", "32f", "--quiet", .. options]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return WavPlanes.Read(target).Planes[0];
    }
}
