using System.Text.Json;
using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Presets;

/// <summary>The presets that ship with the plugin, as they stand in the repository and as they were built.</summary>
public static class FactoryPresets
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "assets", "presets");

    /// <summary>Names of all, in order.</summary>
    public static string[] Names => [.. Directory.GetFiles(Folder, "*.namplugin").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The file that a format's hosts load.</summary>
    public static string PathOf(PluginFormat format, string name)
    {
        var resources = BuiltPlugin.ResourcesOf(format);
        return format == PluginFormat.Clap ? Path.Combine(resources, "Presets", name + ".namplugin") : Path.Combine(resources, "VstPresets", name + ".vstpreset");
    }

    /// <summary>What its file in the repository says.</summary>
    public static JsonElement Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".namplugin")));
        return json.RootElement.Clone();
    }
}
