using NamPlugin.Host;

namespace NamPlugin.Plugin.Tests;

/// <summary>
/// Which VST3 shell the plugin has. NAMPLUGIN_SHELL=nplug says that it is the one over NPlug (plugin/NPlug): what NPlug itself does otherwise is then
/// skipped, each with its reason, or expected.
/// </summary>
public static class ShellUnderTest
{
    private static readonly bool IsNPlug = Environment.GetEnvironmentVariable("NAMPLUGIN_SHELL") == "nplug";

    // NPlug asks the host's objects for their interfaces and never gives the answers back.
    private static readonly string[] ViolationsOfNPlug = ["keeps 1 references to the host's handler", "keeps 1 references to the host's application"];

    /// <summary>Skips the calling test where the plugin is NPlug's, for what NPlug does not do.</summary>
    public static void SkipOnNPlug(PluginFormat format, string reason) => Assert.SkipWhen(IsNPlug && format == PluginFormat.Vst3, $"NPlug {reason}");

    /// <summary>Expects that a plugin broke no rule of its format while it lived.</summary>
    public static void AssertNoViolations(HostedPlugin plugin) =>
        Assert.Empty(IsNPlug && plugin.Class.Format == PluginFormat.Vst3 ? plugin.Requests.Violations.Except(ViolationsOfNPlug) : plugin.Requests.Violations);
}
