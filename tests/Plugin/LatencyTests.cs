using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

public sealed class LatencyTests
{
    private const int Frames = 24_000;

    [Theory]
    [EachFormat(48_000, 48_000)]
    [EachFormat(48_000, 44_100)]
    [EachFormat(48_000, 96_000)]
    [EachFormat(48_000, 192_000)]
    [EachFormat(44_100, 48_000)]
    [EachFormat(96_000, 48_000)]
    public void The_sound_is_late_by_the_reported_latency(PluginFormat format, int modelRateHz, int hostRateHz)
    {
        using var folder = new TemporaryFolder();
        var path = Captures.WriteGain(folder, 1, modelRateHz);
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Load(plugin, path);
            // Low tones, where resampling is transparent and the DC blocker turns little.
            var input = Signals.Tone(Frames, hostRateHz / 48.0, sampleRateHz: hostRateHz);
            foreach (var blocks in new[] { "64", "rand:1:512" })
            {
                var output = HostRender.Render(plugin, input, new RenderSettings { Setup = new ProcessingSetup { SampleRateHz = hostRateHz }, Blocks = BlockPattern.Parse(blocks) });
                Assert.Equal(0, BestShift(input[0], output[0]));
            }
        });
    }

    [Theory]
    [EachFormat]
    public void A_capture_at_the_hosts_rate_adds_no_latency(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        plugin.Activate(new ProcessingSetup { SampleRateHz = 48_000 });

        Assert.Equal(0, plugin.LatencySamples);
    });

    [Theory]
    [EachFormat]
    public void A_capture_that_changes_the_latency_while_playing_asks_for_a_restart(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        var path = Captures.WriteGain(folder, 1, 44_100);
        BuiltPlugin.Run(format, plugin =>
        {
            plugin.Activate(new ProcessingSetup { SampleRateHz = 48_000 });
            Assert.Equal(0, plugin.LatencySamples);

            Captures.Load(plugin, path);

            Assert.True(plugin.Requests.Restarts > 0, "No restart was asked for");
            plugin.Restart();
            Assert.True(plugin.LatencySamples > 0, "The latency did not change");
            Assert.True(plugin.Requests.LatencyChanges > 0, "The change of latency was not announced");
        });
    }

    [Theory]
    [EachFormat(48_000)]
    [EachFormat(96_000)]
    public void A_state_loaded_while_active_is_as_late_as_is_then_reported(PluginFormat format, int hostRateHz)
    {
        using var folder = new TemporaryFolder();
        var path = Captures.WriteGain(folder, 1, 44_100);
        BuiltPlugin.Run(format, plugin =>
        {
            var setup = new ProcessingSetup { SampleRateHz = hostRateHz, MaximumFrames = 512 };
            var input = Signals.Tone(Frames, hostRateHz / 48.0, sampleRateHz: hostRateHz);
            plugin.Activate(setup);
            HostRender.Play(plugin, input, new RenderSettings { Setup = setup });

            Captures.Load(plugin, path);
            Assert.True(plugin.Requests.Restarts > 0, "No restart was asked for");
            plugin.Restart();

            Assert.True(plugin.LatencySamples > 0, "The latency did not change");
            Assert.Equal(0, BestShift(input[0], HostRender.Play(plugin, input, new RenderSettings { Setup = setup })[0]));
        });
    }

    [Theory]
    [EachFormat]
    public void Without_a_change_of_latency_there_is_no_announcement(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        for (var cycle = 0; cycle < 3; cycle++)
        {
            Captures.Load(plugin, Captures.BuiltIn);
            plugin.Activate(new ProcessingSetup { SampleRateHz = 48_000 });
            plugin.Deactivate();
        }

        Assert.Equal(0, plugin.Requests.LatencyChanges);
        Assert.Equal(0, plugin.Requests.Restarts);
    });

    // The shift of the output against the input, within half a period, at which they agree best.
    private static int BestShift(double[] input, double[] output)
    {
        const int reach = 20, settled = 6_000;
        return Enumerable.Range(-reach, 2 * reach + 1).MaxBy(shift =>
            Enumerable.Range(settled, Frames - settled - reach).Sum(frame => input[frame - shift] * output[frame]));
    }
}
