using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>Another capture under sound.</summary>
public sealed class SwitchTests
{
    [Theory]
    [EachFormat]
    public void Another_capture_under_sound_makes_no_pop(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        string[] captures = [Captures.BuiltIn, GoldenMaterial.PathOf("models", "lstm_2x6.nam"), Captures.BuiltIn, GoldenMaterial.PathOf("models", "linear_rf200.nam")];
        var input = Signals.Tone(24_000, 220);
        var still = 0.0;
        foreach (var capture in captures)
        {
            Captures.Load(plugin, capture);
            still = Math.Max(still, Signals.LargestStep(HostRender.Render(plugin, input, new RenderSettings())));
        }

        plugin.Activate(new ProcessingSetup());
        var settings = new RenderSettings { CompensatesLatency = false };
        var last = HostRender.Play(plugin, input, settings);
        foreach (var capture in captures)
        {
            Captures.Load(plugin, capture);
            var next = HostRender.Play(plugin, input, settings);
            var joined = last.Zip(next, (before, after) => before[^2..].Concat(after).ToArray()).ToArray();
            Assert.InRange(Signals.LargestStep(joined), 0, still + 0.01);
            last = next;
        }
    });

    [Theory]
    [EachFormat]
    public void A_capture_that_cannot_be_loaded_leaves_the_old_one_playing(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var input = Signals.Guitar(4_800);
        var before = HostRender.Render(plugin, input, new RenderSettings());
        using var folder = new TemporaryFolder();
        var broken = folder["broken.nam"];
        File.WriteAllText(broken, """{"architecture":"WaveNet","config":{"layers":[]},"weights":[1,2""");
        Captures.Load(plugin, broken);

        Assert.Equal(before, HostRender.Render(plugin, input, new RenderSettings()));
    });

    [Theory]
    [EachFormat]
    public void The_widths_of_a_capture_change_without_a_click(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var width = plugin.Parameter("Width");
        var input = Signals.Tone(96_000, 220);
        var still = 0.0;
        foreach (var value in width.Values(5))
        {
            BuiltPlugin.Settle(plugin, width.Id, value);
            still = Math.Max(still, Signals.LargestStep(HostRender.Render(plugin, input, new RenderSettings())));
        }

        var random = new Random(3);
        var jumps = Enumerable.Range(1, 90).Select(i => new AutomationPoint(i * 1_013, width.Id, random.NextDouble())).ToArray();

        Assert.InRange(Signals.LargestStep(HostRender.Render(plugin, input, new RenderSettings { Automation = jumps })), 0, still * 1.1);
    });
}
