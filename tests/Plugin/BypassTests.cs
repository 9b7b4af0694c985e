using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

public sealed class BypassTests
{
    private const int Frames = 24_000;

    [Theory]
    [EachFormat(48_000)]
    [EachFormat(44_100)]
    [EachFormat(96_000)]
    public void The_bypassed_signal_is_the_input_later_by_the_reported_latency(PluginFormat format, int sampleRateHz) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var input = Signals.Guitar(Frames);

        var output = HostRender.Render(plugin, input, new RenderSettings
        {
            Setup = new ProcessingSetup { SampleRateHz = sampleRateHz },
            Blocks = BlockPattern.Parse("rand:1:512"),
            Automation = [new AutomationPoint(0, Bypass(plugin).Id, 1)],
        });

        const int faded = 2_000;
        for (var channel = 0; channel < input.Length; channel++)
            Assert.Equal(input[channel][faded..], output[channel][faded..]);
    });

    [Theory]
    [EachFormat]
    public void Bypass_switches_without_a_click(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var bypass = Bypass(plugin);
        var input = Signals.Tone(Frames, 220);
        var wet = Render(plugin, input);
        var dry = Render(plugin, input, new AutomationPoint(0, bypass.Id, 1));
        var toggled = Render(plugin, input, [.. Enumerable.Range(0, 6).Select(i => new AutomationPoint(3_001 + i * 3_333, bypass.Id, i % 2 == 0 ? 1 : 0))]);

        // A straight crossfade of 5 ms from one signal to the other steps by no more than their own steps and a 240th of their distance.
        const double fadeFrames = 0.005 * 48_000;
        var distance = wet[0].Zip(dry[0], (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(Signals.LargestStep(toggled), 0, Math.Max(Signals.LargestStep(wet), Signals.LargestStep(dry)) + distance / fadeFrames);
    });

    [Theory]
    [EachFormat]
    public void After_bypass_the_sound_is_what_it_would_have_been(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var bypass = Bypass(plugin);
        var input = Signals.Guitar(Frames);
        var never = Render(plugin, input, new AutomationPoint(0, bypass.Id, 0));

        var between = Render(plugin, input, new AutomationPoint(4_000, bypass.Id, 1), new AutomationPoint(9_000, bypass.Id, 0));

        Assert.NotEqual(never[0][6_000..9_000], between[0][6_000..9_000]);
        Assert.Equal(never[0][12_000..], between[0][12_000..]);
    });

    private static HostedParameter Bypass(HostedPlugin plugin) => plugin.Parameters.Single(parameter => parameter.Flags.HasFlag(HostedParameterFlags.Bypass));

    private static double[][] Render(HostedPlugin plugin, double[][] input, params AutomationPoint[] automation) =>
        HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("64"), Automation = automation });
}
