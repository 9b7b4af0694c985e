using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

public sealed class LayoutTests
{
    private const int Frames = 4_800;

    [Theory]
    [EachFormat(1, 1)]
    [EachFormat(1, 2)]
    [EachFormat(2, 2)]
    public void Every_channel_of_a_layout_sounds(PluginFormat format, int inputs, int outputs) => BuiltPlugin.Run(format, plugin =>
    {
        var output = HostRender.Render(plugin, Signals.Guitar(Frames, inputs), new RenderSettings { Layout = new AudioLayout(inputs, outputs) });

        Assert.Equal(outputs, output.Length);
        Assert.All(output, plane => Assert.InRange(plane.Max(Math.Abs), 0.01, 10));
    });

    [Theory]
    [EachFormat]
    public void A_mono_guitar_sounds_the_same_in_every_layout(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var guitar = Signals.Guitar(Frames, 1);
        var mono = HostRender.Render(plugin, guitar, new RenderSettings { Layout = AudioLayout.Mono })[0];

        Assert.All(HostRender.Render(plugin, guitar, new RenderSettings { Layout = AudioLayout.MonoToStereo }), plane => Assert.Equal(mono, plane));
        Assert.All(HostRender.Render(plugin, guitar, new RenderSettings { Layout = AudioLayout.Stereo }), plane => Assert.Equal(mono, plane));
    });

    [Theory]
    [EachFormat]
    public void Dual_mono_keeps_the_sides_apart(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var channels = plugin.Parameter("Channels");
        var input = Signals.Guitar(Frames, 2);
        Assert.True(plugin.TrySetLayout(AudioLayout.Mono));
        var sides = Array.ConvertAll(input, plane => HostRender.Render(plugin, [plane], new RenderSettings { Layout = AudioLayout.Mono })[0]);

        var settings = new RenderSettings { Automation = [new AutomationPoint(0, channels.Id, channels.Maximum)] };
        HostRender.Render(plugin, input, settings);

        // Once more, so that the change of routing has long been made.
        Assert.Equal(sides, HostRender.Render(plugin, input, settings));
    });

    [Theory]
    [EachFormat(3, 3)]
    [EachFormat(2, 1)]
    [EachFormat(6, 2)]
    [EachFormat(2, 8)]
    public void A_layout_that_does_not_exist_is_refused_and_the_last_one_stays(PluginFormat format, int inputs, int outputs) => BuiltPlugin.Run(format, plugin =>
    {
        Assert.True(plugin.TrySetLayout(AudioLayout.MonoToStereo));

        Assert.False(plugin.TrySetLayout(new AudioLayout(inputs, outputs)));

        Assert.Equal(AudioLayout.MonoToStereo, plugin.Layout);
        var output = HostRender.Render(plugin, Signals.Guitar(Frames, 1), new RenderSettings { Layout = AudioLayout.MonoToStereo });
        Assert.All(output, plane => Assert.InRange(plane.Max(Math.Abs), 0.01, 10));
    });
}
