using NamPlugin.Host;
using NamPlugin.Host.Audio;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>Going through the files of a folder by parameters, as pedalboards and screen readers do.</summary>
public sealed class LibraryTests
{
    [Theory]
    [EachFormat]
    public void Next_and_previous_go_round_the_folder(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        var a = folder.Copy(Captures.BuiltIn, "a.nam");
        var b = folder.Copy(GoldenMaterial.PathOf("models", "lstm_2x6.nam"), "B.nam");
        var c = folder.Copy(GoldenMaterial.PathOf("models", "linear_rf200.nam"), "c.nam");
        folder.Copy(Captures.BuiltIn, "d.txt");
        Captures.Load(plugin, a);
        plugin.Activate(new ProcessingSetup());

        foreach (var next in new[] { b, c, a })
            Assert.Equal(next, Press(plugin, "Next Model"));
        foreach (var previous in new[] { c, b })
            Assert.Equal(previous, Press(plugin, "Previous Model"));
    });

    [Theory]
    [EachFormat]
    public void Next_takes_the_first_response_to_its_neighbour(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        var first = Responses.Write(folder["1.wav"], seed: 1);
        var second = Responses.Write(folder["2.wav"], seed: 2);
        Assert.True(plugin.TryLoadState(NamPluginState.With(null, first)));
        plugin.Activate(new ProcessingSetup());

        Assert.Equal(second, Press(plugin, "Next IR", "ir1"));
        Assert.Equal(first, Press(plugin, "Previous IR", "ir1"));
    });

    [Theory]
    [EachFormat]
    public void A_number_chooses_from_the_folder(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        var a = folder.Copy(Captures.BuiltIn, "a.nam");
        var b = folder.Copy(GoldenMaterial.PathOf("models", "lstm_2x6.nam"), "b.nam");
        Captures.Load(plugin, a);
        plugin.Activate(new ProcessingSetup());
        var number = plugin.Parameter("Model").Id;

        Play(plugin, new AutomationPoint(0, number, 2));
        Assert.Equal(b, NamPluginState.PathIn(plugin.SaveState()));
        Play(plugin, new AutomationPoint(0, number, 77));
        Assert.Equal(b, NamPluginState.PathIn(plugin.SaveState()));
        Play(plugin, new AutomationPoint(0, number, 1));
        Assert.Equal(a, NamPluginState.PathIn(plugin.SaveState()));
    });

    [Theory]
    [EachFormat]
    public void A_session_with_a_number_and_a_pressed_button_keeps_its_own_capture(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        folder.Copy(GoldenMaterial.PathOf("models", "lstm_2x6.nam"), "b.nam");
        var chosen = folder.Copy(Captures.BuiltIn, "c.nam");
        Captures.Restore(plugin, NamPluginState.With(chosen, null, null, ("model_index", 1), ("next_model", 1)));
        plugin.Activate(new ProcessingSetup());
        Play(plugin);

        Assert.Equal(chosen, NamPluginState.PathIn(plugin.SaveState()));
    });

    [Theory]
    [EachFormat]
    public void A_damaged_neighbour_leaves_the_old_capture_playing(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        using var folder = new TemporaryFolder();
        var good = folder.Copy(Captures.BuiltIn, "a.nam");
        File.WriteAllText(folder["b.nam"], "no model");
        Captures.Load(plugin, good);
        plugin.Activate(new ProcessingSetup());

        Assert.Equal(good, Press(plugin, "Next Model"));
    });

    // Down and up, then the path that the session would name.
    private static string? Press(HostedPlugin plugin, string button, string key = "model")
    {
        var id = plugin.Parameter(button).Id;
        Play(plugin, new AutomationPoint(3, id, 1), new AutomationPoint(40, id, 0));
        return NamPluginState.PathIn(plugin.SaveState(), key);
    }

    private static void Play(HostedPlugin plugin, params AutomationPoint[] changes)
    {
        using var buffers = new AudioBuffers(plugin.Layout, 64);
        buffers.Load(Signals.Guitar(64), 0, 64);
        plugin.Process(buffers, changes);
        Captures.WaitForFiles(plugin);
    }
}
