using System.Globalization;
using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>What sessions, automation and presets know the plugin by.</summary>
public sealed class IdentityTests
{
    /// <summary>One line each for the classes and the parameters. A new parameter adds a line; no line that was released changes or goes.</summary>
    private static readonly string Snapshot = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Plugin", "Snapshots", "identity.txt");

    [Fact]
    public void What_sessions_know_the_plugin_by_never_changes()
    {
        var lines = new List<string>();
        foreach (var format in Enum.GetValues<PluginFormat>())
            BuiltPlugin.Run(format, plugin => lines.Add($"{format} {plugin.Class.Id}"));

        // Those of VST3 are compared with these elsewhere.
        BuiltPlugin.Run(PluginFormat.Clap, plugin => lines.AddRange(plugin.Parameters.Select(Line)));

        Assert.Equal(File.ReadAllLines(Snapshot), lines);
    }

    private static string Line(HostedParameter parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parameter.Id} {parameter.Name}: {parameter.Minimum} to {parameter.Maximum}, at first {parameter.Default}; {parameter.Flags}");
}
