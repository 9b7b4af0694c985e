using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>An export sounds as the session plays, however fast it runs and however slow a disk is.</summary>
public sealed class OfflineTests
{
    [Theory]
    [EachFormat]
    public void An_export_waits_for_a_capture_that_is_on_its_way(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Guitar(9_600);
        var settings = new RenderSettings { Setup = new ProcessingSetup { IsOffline = true } };
        Captures.Load(plugin, Captures.BuiltIn);
        var expected = HostRender.Render(plugin, input, settings);
        Captures.Load(plugin, GoldenMaterial.PathOf("models", "lstm_2x6.nam"));

        plugin.Activate(new ProcessingSetup { IsOffline = true });
        Assert.True(plugin.TryLoadState(NamPluginState.WithCapture(Captures.BuiltIn)));
        var output = HostRender.Play(plugin, input, settings);

        Assert.Equal(expected, output);
    });
}
