using System.Runtime.InteropServices;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>A session whose files are not where they were. Alone, because it names a library for the whole process.</summary>
[Collection(nameof(AloneCollection))]
public sealed partial class MovedFileTests
{
    private static readonly double[][] s_input = Signals.Guitar(4_800);

    // The built-in capture is found again wherever the plugin is.
    private static readonly string NotShipped = GoldenMaterial.PathOf("models", "lstm_2x6.nam");

    [Theory]
    [EachFormat]
    public void What_was_moved_within_the_library_is_found_by_its_place_in_it(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        var before = folder.Copy(Captures.BuiltIn, "old/Amps/clean.nam");
        UseLibrary(folder["old"]);
        var (state, sound) = Save(format, before);
        Directory.Move(folder["old"], folder["new"]);
        File.AppendAllText(folder["new/Amps/clean.nam"], "\n");
        UseLibrary(folder["new"]);

        RestoreAndCompare(format, state, sound, isSavedTheSame: false);
    }

    [Theory]
    [EachFormat]
    public void What_was_renamed_in_the_library_is_found_by_its_contents(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        var before = folder.Copy(Captures.BuiltIn, "clean.nam");
        var (state, sound) = Save(format, before);
        folder.Copy(GoldenMaterial.PathOf("models", "lstm_2x6.nam"), "library/other.nam");
        Directory.CreateDirectory(folder["library/deep"]);
        File.Move(before, folder["library/deep/renamed.nam"]);
        UseLibrary(folder["library"]);

        RestoreAndCompare(format, WithoutCopy(state), sound, isSavedTheSame: false);
    }

    [Theory]
    [EachFormat]
    public void What_is_gone_plays_from_the_session_itself(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        UseLibrary(folder["empty"]);
        var capture = folder.Copy(Captures.BuiltIn);
        var response = Responses.Write(folder["cab.wav"]);
        var (state, sound) = Save(format, capture, response);
        File.Delete(capture);
        File.Delete(response);

        RestoreAndCompare(format, state, sound);
    }

    [Theory]
    [EachFormat]
    public void What_is_gone_altogether_is_named_and_saved_again_untouched(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        UseLibrary(folder["empty"]);
        var capture = folder.Copy(NotShipped, "gone.nam");
        var (state, sound) = Save(format, capture);
        File.Delete(capture);
        state = WithoutCopy(state);

        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Restore(plugin, state);
            Assert.NotEqual(sound, HostRender.Render(plugin, s_input, new RenderSettings()));
            Assert.Equal(state, plugin.SaveState());
            if (format == PluginFormat.Clap)
                Assert.Contains(plugin.Requests.Log, line => line.Text.Contains("gone.nam", StringComparison.Ordinal));
        });
    }

    [Theory]
    [EachFormat]
    public void A_damaged_copy_is_not_played(PluginFormat format)
    {
        using var folder = new TemporaryFolder();
        UseLibrary(folder["empty"]);
        var capture = folder.Copy(NotShipped, "gone.nam");
        var (state, sound) = Save(format, capture);
        File.Delete(capture);
        var node = System.Text.Json.Nodes.JsonNode.Parse(state)!;
        var copy = Convert.FromBase64String((string)node["model"]!["copy"]!);
        copy[copy.Length / 2] ^= 0x55;
        node["model"]!["copy"] = Convert.ToBase64String(copy);

        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Restore(plugin, System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
            Assert.NotEqual(sound, HostRender.Render(plugin, s_input, new RenderSettings()));
            Captures.Load(plugin, NotShipped);
            Assert.Equal(sound, HostRender.Render(plugin, s_input, new RenderSettings()));
        });
    }

    private static (byte[] State, double[][] Sound) Save(PluginFormat format, string capture, string? response = null)
    {
        byte[] state = [];
        double[][] sound = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Restore(plugin, NamPluginState.With(capture, response));
            sound = HostRender.Render(plugin, s_input, new RenderSettings());
            state = plugin.SaveState();
        });
        return (state, sound);
    }

    private static void RestoreAndCompare(PluginFormat format, byte[] state, double[][] sound, bool isSavedTheSame = true) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Restore(plugin, state);
        Assert.Equal(sound, HostRender.Render(plugin, s_input, new RenderSettings()));
        if (isSavedTheSame)
            Assert.Equal(state, plugin.SaveState());
        else
            Assert.Equal(NamPluginState.PathIn(state), NamPluginState.PathIn(plugin.SaveState()));
    });

    private static byte[] WithoutCopy(byte[] state)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(state)!;
        node["model"]!.AsObject().Remove("copy");
        return System.Text.Encoding.UTF8.GetBytes(node.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default }));
    }

    // The plugin's runtime is another one; it reads what the process has, not what this runtime thinks it has.
    private static void UseLibrary(string folder) => _ = SetVariable("NAMPLUGIN_LIBRARY", folder, 1);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int replaces);
}
