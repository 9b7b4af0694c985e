using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

public sealed class RenderTests
{
    private const int Frames = 24_000;

    [Theory]
    [EachFormat("1")]
    [EachFormat("512")]
    [EachFormat("8192")]
    [EachFormat("seq:1,511,7")]
    [EachFormat("seq:2,3,16,31,32,480,512,1024,2048,4096")]
    [EachFormat("rand:1:512")]
    [EachFormat("rand:1:512+0")]
    [EachFormat("64+0")]
    public void Output_does_not_depend_on_the_blocks(PluginFormat format, string blocks)
    {
        var input = Signals.Guitar(Frames);
        var expected = Render(format, input, new RenderSettings { Blocks = BlockPattern.Parse("64") });

        Assert.Equal(expected, Render(format, input, new RenderSettings { Blocks = BlockPattern.Parse(blocks) }));
    }

    [Theory]
    [EachFormat("64")]
    [EachFormat("rand:1:512")]
    public void Output_does_not_depend_on_the_blocks_while_everything_is_automated(PluginFormat format, string blocks)
    {
        var input = Signals.Guitar(Frames);
        var expected = Render(format, input, Automated("480"));

        Assert.Equal(expected, Render(format, input, Automated(blocks)));
    }

    [Fact]
    public void Both_formats_play_the_same()
    {
        var input = Signals.Guitar(Frames);

        var clap = Render(PluginFormat.Clap, input, Automated("64"));
        var vst3 = Render(PluginFormat.Vst3, input, Automated("rand:1:512"));

        // VST3 carries values through its 0..1 mapping, which rounds.
        Assert.InRange(Signals.LargestDifference(clap, vst3), 0, 1e-6);
    }

    [Theory]
    [EachFormat(false)]
    [EachFormat(true)]
    public void In_place_buffers_play_the_same_as_separate_ones(PluginFormat format, bool isDouble)
    {
        var input = Signals.Guitar(Frames);
        BuiltPlugin.Run(format, plugin =>
        {
            Assert.SkipUnless(plugin.SupportsDouble || !isDouble, "The plugin takes no 64-bit samples");
            Captures.Load(plugin, Captures.BuiltIn);
            var settings = new RenderSettings { Blocks = BlockPattern.Parse("rand:1:512"), Setup = new ProcessingSetup { MaximumFrames = 1, IsDouble = isDouble } };

            var separate = HostRender.Render(plugin, input, settings);

            Assert.Equal(separate, HostRender.Render(plugin, input, settings with { IsInPlace = true }));
        });
    }

    [Theory]
    [EachFormat]
    public void Samples_of_64_bits_sound_as_those_of_32(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        Assert.True(plugin.SupportsDouble);
        var input = Signals.Guitar(Frames);
        var single = HostRender.Render(plugin, input, new RenderSettings());

        var wide = HostRender.Render(plugin, input, new RenderSettings { Setup = new ProcessingSetup { MaximumFrames = 1, IsDouble = true } });

        Assert.InRange(Signals.LargestDifference(single, wide), 0, 1e-6);
    });

    [Theory]
    [EachFormat]
    public void A_declared_maximum_far_above_the_blocks_changes_nothing(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Guitar(Frames);
        Captures.Load(plugin, Captures.BuiltIn);
        var tight = HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("32") });
        var latency = plugin.LatencySamples;

        var wide = HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("32"), Setup = new ProcessingSetup { MaximumFrames = 8192 } });

        Assert.Equal(tight, wide);
        Assert.Equal(latency, plugin.LatencySamples);
    });

    private static double[][] Render(PluginFormat format, double[][] input, RenderSettings settings)
    {
        double[][] output = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Load(plugin, Captures.BuiltIn);
            output = HostRender.Render(plugin, input, settings with { Automation = [.. settings.Automation.Count == 0 ? [] : EverythingMoves(plugin)] });
        });
        return output;
    }

    private static RenderSettings Automated(string blocks) => new() { Blocks = BlockPattern.Parse(blocks), Automation = [default] };

    // Every automatable parameter from end to end and back, at frames that fall together with no block.
    private static IEnumerable<AutomationPoint> EverythingMoves(HostedPlugin plugin) =>
        from parameter in plugin.Parameters
        where parameter.Flags.HasFlag(HostedParameterFlags.Automatable) && !parameter.Flags.HasFlag(HostedParameterFlags.Bypass)
        let middle = Frames / 2 + 13 * parameter.Index
        from point in AutomationPoint.Ramp(parameter.Id, 11 + 7 * parameter.Index, middle, parameter.Minimum, parameter.Maximum, 97)
            .Concat(AutomationPoint.Ramp(parameter.Id, middle + 1, Frames - 1, parameter.Maximum, parameter.Default, 513))
        select point;
}
