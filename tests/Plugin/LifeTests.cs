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
    [EachFormat]
    public void Instances_on_many_threads_play_the_same(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);
        var input = Signals.Guitar(9600);
        var outputs = new double[16][][];
        var threads = Enumerable.Range(0, outputs.Length).Select(index => new Thread(() =>
        {
            using var plugin = module.Create();
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
}
