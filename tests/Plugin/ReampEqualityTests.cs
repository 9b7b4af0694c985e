using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>The plugin in a host sounds as <c>namplug reamp</c> does.</summary>
public sealed class ReampEqualityTests
{
    [Theory]
    [EachFormat("64", 48_000)]
    [EachFormat("1", 48_000)]
    [EachFormat("8192", 48_000)]
    [EachFormat("rand:1:512+0", 48_000)]
    [EachFormat("rand:1:512", 44_100)]
    [EachFormat("rand:1:512", 96_000)]
    public void A_render_equals_the_command_line(PluginFormat format, string blocks, int sampleRateHz)
    {
        var input = Signals.Guitar(2 * sampleRateHz, 1, sampleRateHz);
        var expected = CommandLine.Reamp(input, sampleRateHz, "--input-db", "4", "--output-db", "-3", "--width", "0.5", "--gate", "-70");

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
}
