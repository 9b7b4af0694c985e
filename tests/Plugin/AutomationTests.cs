using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>Automation lands on its sample.</summary>
public sealed class AutomationTests
{
    private const int Frames = 24_000;

    [Theory]
    [EachFormat("1")]
    [EachFormat("64")]
    [EachFormat("512")]
    [EachFormat("1024")]
    [EachFormat("8192")]
    [EachFormat("rand:1:512+0")]
    public void A_gain_step_begins_at_its_sample(PluginFormat format, string blocks) => BuiltPlugin.Run(format, plugin =>
    {
        const int step = 12_345;
        var output = plugin.Parameter("Output");

        Assert.Equal(step, FirstDifference(plugin, blocks, new AutomationPoint(step, output.Id, output.Minimum)));
    });

    [Theory]
    [EachFormat("64")]
    [EachFormat("512")]
    [EachFormat("rand:1:512")]
    public void A_width_change_begins_at_its_sample(PluginFormat format, string blocks) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var width = plugin.Parameter("Width");
        const int early = 5_000, late = 5_257;

        var first = FirstDifference(plugin, blocks, new AutomationPoint(early, width.Id, width.Minimum));
        var second = FirstDifference(plugin, blocks, new AutomationPoint(late, width.Id, width.Minimum));

        // What is heard first is the end of the warm-up: later than the point, and by the same span wherever the point lies.
        Assert.InRange(first, early + 1, Frames - 1 - (late - early));
        Assert.Equal(late - early, second - first);
    });

    [Theory]
    [EachFormat]
    public void Points_in_blocks_without_frames_are_heard_from_the_next_sample(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var output = plugin.Parameter("Output");

        // With +0 every point at a block's first sample comes in the empty block before it.
        Assert.Equal(480, FirstDifference(plugin, "480+0", new AutomationPoint(480, output.Id, output.Minimum)));
    });

    [Theory]
    [EachFormat]
    public void Two_points_at_one_sample_leave_the_last(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var output = plugin.Parameter("Output");
        var input = Signals.Guitar(Frames);
        var once = Render(plugin, input, "64", new AutomationPoint(1000, output.Id, -6));
        BuiltPlugin.Settle(plugin, output.Id, output.Default);

        var twice = Render(plugin, input, "64", new AutomationPoint(1000, output.Id, 12), new AutomationPoint(1000, output.Id, -6));

        Assert.Equal(once, twice);
    });

    [Theory]
    [EachFormat]
    public void Playback_from_the_middle_of_a_block_sounds_as_from_the_top(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        const int change = 1_000, start = 12_107, settled = 24_000;
        var output = plugin.Parameter("Output");
        var input = Signals.Guitar(2 * Frames);
        var fromTheTop = Render(plugin, input, "64", new AutomationPoint(change, output.Id, -9));

        var fromTheMiddle = Render(plugin, Array.ConvertAll(input, plane => plane[start..]), "64", new AutomationPoint(0, output.Id, -9));

        // The filters need a while to forget the missing start.
        var difference = Signals.LargestDifference(Array.ConvertAll(fromTheTop, plane => plane[(start + settled)..]), Array.ConvertAll(fromTheMiddle, plane => plane[settled..]));
        Assert.InRange(difference, 0, 1e-6);
    });

    [Theory]
    [EachFormat]
    public void The_last_point_of_a_ramp_is_the_value_that_stays(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        foreach (var parameter in Automatable(plugin))
        {
            var ramp = AutomationPoint.Ramp(parameter.Id, 7, 4_000, parameter.Default, parameter.Maximum, 64).ToArray();
            Render(plugin, Signals.Guitar(4_800), "rand:1:512", ramp);
            Assert.Equal(parameter.Maximum, plugin.GetValue(parameter.Id), 9);
        }
    });

    [Theory]
    [EachFormat]
    public void Automation_is_never_reported_back_as_an_edit(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var points = Automatable(plugin).SelectMany(parameter => AutomationPoint.Ramp(parameter.Id, 0, 4_000, parameter.Minimum, parameter.Maximum, 31)).ToArray();

        Render(plugin, Signals.Guitar(4_800), "64", points);

        Assert.Empty(plugin.Requests.Edits);
    });

    [Theory]
    [EachFormat]
    public void A_ramp_of_any_parameter_makes_no_step(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Tone(Frames, 220);
        // A gate closes at a pace of its own, as that of the official plugin does, however its threshold moves.
        foreach (var parameter in Automatable(plugin).Where(parameter => parameter.StepCount == 0 && parameter.Name != "Gate"))
        {
            var ramp = AutomationPoint.Ramp(parameter.Id, 4_001, 20_001, parameter.Minimum, parameter.Maximum, 480).ToArray();
            BuiltPlugin.Settle(plugin, parameter.Id, parameter.Maximum);
            var still = Signals.LargestStep(Render(plugin, input, "64"));
            BuiltPlugin.Settle(plugin, parameter.Id, parameter.Minimum);
            still = Math.Max(still, Signals.LargestStep(Render(plugin, input, "64")));

            var moving = Signals.LargestStep(Render(plugin, input, "rand:1:512", ramp));

            Assert.True(moving <= 2 * still + 1e-9, $"{parameter.Name}: {moving} against {still} when it stands still");
            BuiltPlugin.Settle(plugin, parameter.Id, parameter.Default);
        }
    });

    private static IEnumerable<HostedParameter> Automatable(HostedPlugin plugin) =>
        plugin.Parameters.Where(parameter => parameter.Flags.HasFlag(HostedParameterFlags.Automatable) && !parameter.Flags.HasFlag(HostedParameterFlags.Bypass));

    // The first sample of any channel that sounds other with the change than without.
    private static int FirstDifference(HostedPlugin plugin, string blocks, AutomationPoint change)
    {
        var input = Signals.Guitar(Frames);
        var parameter = plugin.Parameter(change.ParameterId);
        var without = Render(plugin, input, blocks, new AutomationPoint(0, parameter.Id, parameter.Default));
        var with = Render(plugin, input, blocks, new AutomationPoint(0, parameter.Id, parameter.Default), change);
        var first = without.Zip(with, (a, b) => a.AsSpan().CommonPrefixLength(b)).Min();
        Assert.True(first < Frames, "The change is not heard at all");
        return first;
    }

    private static double[][] Render(HostedPlugin plugin, double[][] input, string blocks, params AutomationPoint[] automation) =>
        HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse(blocks), Automation = automation });
}
