using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

public sealed class StateTests
{
    [Theory]
    [EachFormat(false, int.MaxValue)]
    [EachFormat(true, int.MaxValue)]
    [EachFormat(false, 3)]
    public void A_state_brings_values_and_sound_back_and_is_saved_again_byte_for_byte(PluginFormat format, bool loadsWhileActive, int streamChunkBytes)
    {
        var input = Signals.Guitar(4800);
        byte[] state = [];
        double[][] sound = [];
        double[] values = [];
        BuiltPlugin.Run(format, plugin =>
        {
            plugin.StreamChunkBytes = streamChunkBytes;
            SetEverything(plugin);
            state = plugin.SaveState();
            values = Values(plugin);
            sound = HostRender.Render(plugin, input, new RenderSettings());
        });

        BuiltPlugin.Run(format, plugin =>
        {
            plugin.StreamChunkBytes = streamChunkBytes;
            if (loadsWhileActive)
                plugin.Activate(new ProcessingSetup());
            Assert.True(plugin.TryLoadState(state));
            Assert.Equal(values, Values(plugin));
            Assert.Equal(state, plugin.SaveState());
            if (loadsWhileActive)
                plugin.Deactivate();
            Assert.Equal(sound, HostRender.Render(plugin, input, new RenderSettings()));
        });
    }

    [Theory]
    [EachFormat]
    public void Each_format_reads_what_the_other_wrote(PluginFormat format)
    {
        var other = format == PluginFormat.Clap ? PluginFormat.Vst3 : PluginFormat.Clap;
        byte[] state = [];
        double[] values = [];
        BuiltPlugin.Run(other, plugin =>
        {
            SetEverything(plugin);
            state = plugin.SaveState();
            values = Values(plugin);
        });

        BuiltPlugin.Run(format, plugin =>
        {
            Assert.True(plugin.TryLoadState(state));
            Assert.Equal(values, Values(plugin));
            Assert.Equal(state, plugin.SaveState());
        });
    }

    [Theory]
    [EachFormat(false)]
    [EachFormat(true)]
    public void A_state_is_no_edit(PluginFormat format, bool loadsWhileActive) => BuiltPlugin.Run(format, plugin =>
    {
        SetEverything(plugin);
        var state = plugin.SaveState();
        Captures.Load(plugin, Captures.BuiltIn);
        if (loadsWhileActive)
            plugin.Activate(new ProcessingSetup());

        Assert.True(plugin.TryLoadState(state));
        plugin.Idle();
        if (loadsWhileActive)
            plugin.Deactivate();
        HostRender.Render(plugin, Signals.Guitar(4_800), new RenderSettings());

        Assert.Empty(plugin.Requests.Edits);
    });

    [Theory]
    [EachFormat]
    public void A_damaged_state_does_no_harm_and_the_good_one_still_loads(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        SetEverything(plugin);
        var good = plugin.SaveState();
        var values = Values(plugin);
        var random = new Random(11);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var damaged = good[..random.Next(good.Length + 1)];
            for (var flips = random.Next(4); flips > 0 && damaged.Length > 0; flips--)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            plugin.TryLoadState(damaged);
            Assert.All(plugin.Parameters, parameter => Assert.InRange(plugin.GetValue(parameter.Id), parameter.Minimum, parameter.Maximum));
        }

        Assert.True(plugin.TryLoadState(good));
        Assert.Equal(values, Values(plugin));
        Assert.Equal(good, plugin.SaveState());
    });

    // Different from every default, and never bypassed, or a render would prove nothing. Active, because VST3's processor hears of values only then.
    private static void SetEverything(HostedPlugin plugin)
    {
        plugin.Activate(new ProcessingSetup());
        foreach (var parameter in plugin.Parameters.Where(parameter => !parameter.Flags.HasFlag(HostedParameterFlags.Bypass)))
        {
            var values = parameter.Values(8).Where(value => value != parameter.Default).ToList();
            plugin.SetValue(parameter.Id, values[parameter.Index % values.Count]);
        }

        plugin.Deactivate();
    }

    private static double[] Values(HostedPlugin plugin) => [.. plugin.Parameters.Select(parameter => Math.Round(plugin.GetValue(parameter.Id), 9))];
}
