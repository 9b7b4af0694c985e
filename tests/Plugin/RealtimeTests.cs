using System.Diagnostics;
using System.Text.Json;
using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>
/// What the audio thread may not do, counted on a native thread in a process of its own (tests/Realtime), while the main thread loads captures,
/// saves and shows texts. Seconds are few by default; NAMPLUGIN_REALTIME_SECONDS sets them, and under CI=true they are 60. No time is asserted.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class RealtimeTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "NamPlugin.Realtime", "release");

    private static readonly string Seconds = Environment.GetEnvironmentVariable("NAMPLUGIN_REALTIME_SECONDS")
        ?? (Environment.GetEnvironmentVariable("CI") == "true" ? "60" : "6");

    [Theory]
    [EachFormat]
    public void The_audio_thread_allocates_and_locks_nothing_while_captures_load_and_the_runtime_collects_nothing(PluginFormat format)
    {
        var record = Measure(format, "--seconds", Seconds);

        AssertClean(record);
        Assert.InRange(record.GetProperty("mainThread").GetProperty("loads").GetInt32(), 10, int.MaxValue);
        Assert.InRange(record.GetProperty("mainThread").GetProperty("saves").GetInt32(), 1, int.MaxValue);
    }

    [Theory]
    [EachFormat]
    public void The_audio_thread_allocates_and_locks_nothing_while_every_parameter_moves(PluginFormat format) =>
        AssertClean(Measure(format, "--seconds", "4", "--automate-all"));

    [Theory]
    [EachFormat]
    public void Silence_after_sound_makes_no_denormals_and_leaves_the_control_word_as_it_was(PluginFormat format)
    {
        var record = Measure(format, "--seconds", "6", "--silence-after", "2", "--undisturbed", "--model", Captures.BuiltIn);

        AssertClean(record);
        Assert.InRange(record.GetProperty("plugin").GetProperty("silent").GetProperty("blocks").GetInt32(), 1_000, int.MaxValue);
    }

    private static void AssertClean(JsonElement record)
    {
        var plugin = record.GetProperty("plugin");
        Assert.Equal(record.GetProperty("control").GetProperty("all").GetProperty("blocks").GetInt32(), plugin.GetProperty("all").GetProperty("blocks").GetInt32());
        Assert.InRange(plugin.GetProperty("peak").GetDouble(), 1e-3, 100);

        // The counts mean something: a function that does all of it was seen to.
        Assert.True(record.GetProperty("instruments").GetProperty("isTrustworthy").GetBoolean(), record.GetProperty("instruments").ToString());
        var calls = plugin.GetProperty("laterCalls");
        Assert.True(calls.GetProperty("total").GetInt64() == 0, calls.ToString());
        Assert.Equal(0, plugin.GetProperty("managedBytes").GetInt64());
        Assert.Equal(0, record.GetProperty("runtime").GetProperty("collections").GetInt64());
        foreach (var count in new[] { "failures", "notFinite", "denormal", "controlWords" })
            Assert.True(plugin.GetProperty(count).GetInt64() == 0, $"{count}: {plugin.GetProperty(count)}");
    }

    private static JsonElement Measure(PluginFormat format, params string[] arguments)
    {
        var program = Path.Combine(Folder, "NamPlugin.Realtime");
        Assert.SkipUnless(File.Exists(program), $"{program} is not built");
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "libnam-realtime-player.so")), "The native part of NamPlugin.Realtime is not built, which takes clang");
        using var folder = new TemporaryFolder();
        var json = folder["record.json"];
        string[] all = ["--format", format.ToString(), "--plugin", BuiltPlugin.PathOf(format), "--json", json, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal("", errors.GetAwaiter().GetResult());
        Assert.True(File.Exists(json), output);
        using var document = JsonDocument.Parse(File.ReadAllBytes(json));
        return document.RootElement.Clone();
    }
}
