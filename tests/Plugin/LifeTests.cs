using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

public sealed class LifeTests
{
    [Theory]
    [EachFormat]
    public void A_module_names_its_plugin_before_one_is_made(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);

        var plugin = Assert.Single(module.Classes);
        Assert.NotEmpty(plugin.Name);
        Assert.NotEmpty(plugin.Vendor);
        Assert.NotEmpty(plugin.Version);
    }

    [Theory]
    [EachFormat]
    public void One_instance_takes_every_rate_in_turn(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Guitar(2400);
        double[] rates = [22050, 44100, 48000, 88200, 96000, 176400, 192000, 384000, 48000];
        foreach (var rate in rates)
        {
            var output = HostRender.Render(plugin, input, new RenderSettings { Setup = new ProcessingSetup { SampleRateHz = rate } });
            Assert.All(output, plane => Assert.All(plane, sample => Assert.True(double.IsFinite(sample))));
        }
    });

    [Theory]
    [EachFormat]
    public void Activation_cycles_leave_no_trace_in_the_sound(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Guitar(4800);
        var first = HostRender.Render(plugin, input, new RenderSettings());
        for (var cycle = 0; cycle < 50; cycle++)
        {
            plugin.Activate(new ProcessingSetup { SampleRateHz = cycle % 2 == 0 ? 44100 : 96000, MaximumFrames = 1 + 37 * cycle });
            plugin.Deactivate();
        }

        Assert.Equal(first, HostRender.Render(plugin, input, new RenderSettings()));
    });

    [Theory]
    [EachFormat]
    public void Instances_come_and_go_a_hundred_times(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);
        var input = Signals.Guitar(512);
        double[][]? first = null;
        for (var cycle = 0; cycle < 100; cycle++)
        {
            using var plugin = module.Create();
            var output = HostRender.Render(plugin, input, new RenderSettings());
            Assert.Equal(first ??= output, output);
        }
    }

    [Theory]
    [EachFormat]
    public void The_library_can_be_unloaded_and_loaded_again(PluginFormat format)
    {
        for (var cycle = 0; cycle < 50; cycle++)
            BuiltPlugin.Run(format, plugin => HostRender.Render(plugin, Signals.Guitar(64), new RenderSettings()));
    }

    [Theory]
    [EachFormat(8)]
    [EachFormat(32)]
    public void Instances_on_many_threads_play_the_same(PluginFormat format, int threadCount)
    {
        using var module = BuiltPlugin.Load(format);
        var input = Signals.Guitar(9600);
        var outputs = new double[threadCount][][];
        var threads = Enumerable.Range(0, outputs.Length).Select(index => new Thread(() =>
        {
            using var plugin = module.Create();
            Captures.Load(plugin, Captures.BuiltIn);
            outputs[index] = HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("rand:1:512") });
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
    }

    [Fact]
    public void Both_formats_live_in_one_process_and_leave_in_either_order()
    {
        var input = Signals.Guitar(512);
        for (var order = 0; order < 4; order++)
        {
            var first = BuiltPlugin.Load(order % 2 == 0 ? PluginFormat.Clap : PluginFormat.Vst3);
            var second = BuiltPlugin.Load(order % 2 == 0 ? PluginFormat.Vst3 : PluginFormat.Clap);
            using (var one = first.Create())
            using (var other = second.Create())
                Assert.Equal(HostRender.Render(one, input, new RenderSettings()), HostRender.Render(other, input, new RenderSettings()));
            (order < 2 ? first : second).Dispose();
            (order < 2 ? second : first).Dispose();
        }
    }

    [Theory]
    [EachFormat]
    public void Eight_instances_change_their_rate_together_and_none_keeps_the_old_one(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);
        var plugins = Enumerable.Range(0, 8).Select(_ => module.Create()).ToList();
        plugins.ForEach(plugin => Captures.Load(plugin, Captures.BuiltIn));
        foreach (var rate in new[] { 48_000.0, 96_000, 44_100 })
        {
            plugins.ForEach(plugin => plugin.Activate(new ProcessingSetup { SampleRateHz = rate }));
            var input = Signals.Guitar(9_600, sampleRateHz: rate);
            using var fresh = module.Create();
            Captures.Load(fresh, Captures.BuiltIn);
            var expected = HostRender.Render(fresh, input, new RenderSettings { Setup = new ProcessingSetup { SampleRateHz = rate } });

            Assert.All(plugins, plugin => Assert.Equal(expected, HostRender.Play(plugin, input, new RenderSettings())));

            plugins.ForEach(plugin => plugin.Deactivate());
        }

        plugins.ForEach(plugin => plugin.Dispose());
        Assert.All(plugins, ShellUnderTest.AssertNoViolations);
    }

    [Theory]
    [EachFormat]
    public void Sixty_four_instances_play_side_by_side(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);
        var plugins = Enumerable.Range(0, 64).Select(_ => module.Create()).ToList();
        plugins.ForEach(plugin => Captures.Load(plugin, Captures.BuiltIn));
        plugins.ForEach(plugin => plugin.Activate(new ProcessingSetup { MaximumFrames = 64 }));
        var input = Signals.Guitar(512);

        // In turn, block by block, as a mixer does.
        var settings = new RenderSettings { Blocks = BlockPattern.Parse("64") };
        var outputs = new List<double[][]>[64];
        for (var index = 0; index < plugins.Count; index++)
            outputs[index] = [];
        for (var start = 0; start < input[0].Length; start += 64)
        {
            for (var index = 0; index < plugins.Count; index++)
                outputs[index].Add(HostRender.Play(plugins[index], Array.ConvertAll(input, plane => plane[start..(start + 64)]), settings));
        }

        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
        plugins.ForEach(plugin => plugin.Dispose());
        Assert.All(plugins, ShellUnderTest.AssertNoViolations);
    }
}
