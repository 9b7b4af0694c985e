using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>The two impulse responses behind the amp.</summary>
public sealed class ResponseTests
{
    [Theory]
    [EachFormat(48_000, 48_000)]
    [EachFormat(44_100, 96_000)]
    public void Two_responses_sound_as_on_the_command_line(PluginFormat format, int responseRateHz, int sampleRateHz)
    {
        using var folder = new TemporaryFolder();
        var first = Responses.Write(folder["first.wav"], seed: 1, sampleRateHz: responseRateHz);
        var second = Responses.Write(folder["second.wav"], seed: 2, sampleRateHz: responseRateHz);
        var input = Signals.Guitar(sampleRateHz, 1, sampleRateHz);
        var expected = CommandLine.Reamp(input, sampleRateHz, "--ir", first, "--ir", second);

        BuiltPlugin.Run(format, plugin =>
        {
            Assert.True(plugin.TryLoadState(NamPluginState.With(Captures.BuiltIn, first, second, ("ir2_on", 1), ("ir_mix", 0.5))));
            var output = HostRender.Render(plugin, input, new RenderSettings
            {
                Layout = AudioLayout.Mono,
                Blocks = BlockPattern.Parse("rand:1:512"),
                Setup = new ProcessingSetup { SampleRateHz = sampleRateHz },
            });

            Assert.InRange(expected.Max(Math.Abs), 0.02, 1);
            Assert.InRange(Signals.LargestDifference([expected], output), 0, 1e-6);
        });
    }

    [Theory]
    [EachFormat]
    public void A_stereo_response_gives_each_side_its_own_sound(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        var stereo = Responses.Write(folder["room.wav"], channels: 2);
        var input = Signals.Tone(9_600, 220);
        Assert.True(plugin.TryLoadState(NamPluginState.With(Captures.BuiltIn)));
        var dry = HostRender.Render(plugin, input, new RenderSettings());
        Assert.Equal(dry[0], dry[1]);

        Assert.True(plugin.TryLoadState(NamPluginState.With(Captures.BuiltIn, stereo)));
        var wet = HostRender.Render(plugin, input, new RenderSettings());

        Assert.NotEqual(wet[0], wet[1]);
        Assert.All(wet, side => Assert.InRange(side.Max(Math.Abs), 0.02, 1));
    });

    [Theory]
    [EachFormat]
    public void Responses_come_change_and_go_under_sound_without_a_pop(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        string?[] responses = [null, Responses.Write(folder["a.wav"], seed: 1), Responses.Write(folder["b.wav"], seed: 2), Responses.Write(folder["room.wav"], channels: 2), null];
        var input = Signals.Tone(24_000, 220);
        var still = 0.0;
        foreach (var response in responses)
        {
            Assert.True(plugin.TryLoadState(NamPluginState.With(Captures.BuiltIn, response)));
            still = Math.Max(still, Signals.LargestStep(HostRender.Render(plugin, input, new RenderSettings())));
        }

        plugin.Activate(new ProcessingSetup());
        var settings = new RenderSettings { CompensatesLatency = false };
        var last = HostRender.Play(plugin, input, settings);
        foreach (var response in responses)
        {
            Captures.Restore(plugin, NamPluginState.With(Captures.BuiltIn, response));
            var next = HostRender.Play(plugin, input, settings);
            var joined = last.Zip(next, (before, after) => before[^2..].Concat(after).ToArray()).ToArray();
            Assert.InRange(Signals.LargestStep(joined), 0, still + 0.01);
            last = next;
        }
    });

    [Theory]
    [EachFormat]
    public void The_reported_tail_covers_the_response(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        Assert.True(plugin.TryLoadState(NamPluginState.With(Captures.BuiltIn, Responses.Write(folder["hall.wav"], seconds: 1.5))));
        plugin.Activate(new ProcessingSetup());

        Assert.True(plugin.TailSamples >= 1.5 * 48_000, $"A tail of {plugin.TailSamples} samples");
    });
}
