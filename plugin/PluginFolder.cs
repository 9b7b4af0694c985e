namespace NamPlugin.Plugin;

/// <summary>
/// Where the plugin is installed, and what ships with it: the resources of the VST3 bundle, or for a CLAP file the folder beside it.
/// </summary>
public static class PluginFolder
{
    private const string BundleContents = "Contents";

    /// <summary>The folder of the engine libraries, as the loader found it; null where the effect runs outside of a plugin. Before the first host. [main-thread]</summary>
    public static string? Engines { get; set; }

    /// <summary>Presets that ship with the plugin; null where nothing is installed. [thread-safe]</summary>
    public static string? Presets => Resource("Presets");

    /// <summary>Captures that ship with the plugin; null where nothing is installed. [thread-safe]</summary>
    public static string? Captures => Resource("Captures");

    private static string? Resource(string name)
    {
        if (Engines is not { } engines)
            return null;
        var parent = Path.GetDirectoryName(engines);
        return Path.GetFileName(parent) == BundleContents ? Path.Combine(parent!, "Resources", name) : Path.Combine(engines, name);
    }
}
