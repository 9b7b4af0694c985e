using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>Puts captures into a hosted plugin the way a session does: through its state.</summary>
public static class Captures
{
    /// <summary>The built-in capture, slimmable.</summary>
    public static string BuiltIn => Path.Combine(SharedMaterial.RepositoryRoot, "assets", "models", "mild-overdrive.nam");

    /// <summary>Loads a capture and leaves every parameter at its default.</summary>
    public static void Load(HostedPlugin plugin, string modelPath) => Restore(plugin, NamPluginState.WithCapture(modelPath));

    /// <summary>Loads a state and waits until its files are there, or are known not to be.</summary>
    public static void Restore(HostedPlugin plugin, byte[] state)
    {
        Assert.True(plugin.TryLoadState(state), "The plugin refuses a state that names files");
        WaitForFiles(plugin);
    }

    /// <summary>Files are loaded elsewhere; this waits until none is on its way.</summary>
    public static void WaitForFiles(HostedPlugin plugin)
    {
        // A shell that shows no counters gets the time that files usually take.
        var most = TimeSpan.FromMilliseconds(plugin.Counters is null ? 500 : 60_000);
        SpinWait.SpinUntil(() => plugin.Counters is { LoadingInstances: 0 }, most);
        plugin.Idle();
    }

    /// <summary>Writes a capture that delays by nothing and multiplies by <paramref name="gain"/>, made for one sample rate.</summary>
    public static string WriteGain(TemporaryFolder folder, double gain, int sampleRateHz)
    {
        var path = folder[FormattableString.Invariant($"{gain} at {sampleRateHz}.nam")];
        var weights = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{gain}");
        File.WriteAllText(path, $$"""{"version":"0.5.4","architecture":"Linear","config":{"receptive_field":1,"bias":false},"weights":[{{weights}}],"sample_rate":{{sampleRateHz}}}""");
        return path;
    }
}
