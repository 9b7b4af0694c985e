using System.Text;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>A session comes back: the capture too, or word of its absence.</summary>
public sealed class RecallTests
{
    [Theory]
    [EachFormat]
    public void A_session_sounds_the_same_after_it_was_closed(PluginFormat format)
    {
        var input = Signals.Guitar(9_600);
        byte[] state = [];
        double[][] sound = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Load(plugin, Captures.BuiltIn);
            BuiltPlugin.Settle(plugin, plugin.Parameter("Input").Id, 3);
            state = plugin.SaveState();
            sound = HostRender.Render(plugin, input, new RenderSettings());
        });

        BuiltPlugin.Run(format, plugin =>
        {
            Assert.NotEqual(sound, HostRender.Render(plugin, input, new RenderSettings()));
            Assert.True(plugin.TryLoadState(state));
            Assert.Equal(sound, HostRender.Render(plugin, input, new RenderSettings()));
            Assert.Equal(state, plugin.SaveState());
        });
    }

    [Theory]
    [EachFormat]
    public void A_session_loaded_while_playing_ends_in_its_sound(PluginFormat format)
    {
        var input = Signals.Tone(48_000, 220);
        byte[] state = [];
        double[][] sound = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Load(plugin, Captures.BuiltIn);
            state = plugin.SaveState();
            sound = HostRender.Render(plugin, input, new RenderSettings());
        });

        BuiltPlugin.Run(format, plugin =>
        {
            plugin.Activate(new ProcessingSetup());
            var before = HostRender.Play(plugin, input, new RenderSettings());
            Captures.Restore(plugin, state);
            var after = HostRender.Play(plugin, input, new RenderSettings());

            // No pop: a step of -40 dBFS at most on top of what the two sounds do by themselves.
            var seam = Array.ConvertAll(before, plane => plane[^2..]).Zip(after, (end, start) => end.Concat(start).ToArray()).ToArray();
            Assert.InRange(Signals.LargestStep(seam), 0, Math.Max(Signals.LargestStep(before), Signals.LargestStep(sound)) + 0.01);
            Assert.InRange(Signals.LargestDifference(Array.ConvertAll(sound, plane => plane[36_000..]), Array.ConvertAll(after, plane => plane[36_000..])), 0, 1e-4);
        });
    }

    [Theory]
    [EachFormat]
    public void A_missing_capture_keeps_its_name_and_every_setting(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        const string missing = "/nowhere/to be found.nam";
        var state = Encoding.UTF8.GetBytes($$"""{"namplugin":1,"parameters":{"input":7.5},"model":{"path":"{{missing}}"} }""");

        Captures.Restore(plugin, state);

        Assert.Equal(7.5, plugin.GetValue(plugin.Parameter("Input").Id), 9);
        Assert.Contains(missing, Encoding.UTF8.GetString(plugin.SaveState()), StringComparison.Ordinal);
        var output = HostRender.Render(plugin, Signals.Guitar(4_800), new RenderSettings());
        Assert.All(output, plane => Assert.InRange(plane.Max(Math.Abs), 0.01, 10));
        Captures.Load(plugin, Captures.BuiltIn);
        Assert.Contains("mild-overdrive", Encoding.UTF8.GetString(plugin.SaveState()), StringComparison.Ordinal);
    });

    [Theory]
    [EachFormat]
    public void Keys_from_the_future_are_skipped(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var state = """{"namplugin":99,"weather":{"rain":[1,2,{"a":null}]},"parameters":{"input":-3,"nonesuch":5,"output":2},"model":null}"""u8;

        Assert.True(plugin.TryLoadState(state));

        Assert.Equal(-3, plugin.GetValue(plugin.Parameter("Input").Id), 9);
        Assert.Equal(2, plugin.GetValue(plugin.Parameter("Output").Id), 9);
    });
}
