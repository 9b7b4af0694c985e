namespace NamPlugin.Host.Presets;

/// <summary>A place that a plugin wants searched for presets.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Path">A folder or a file.</param>
/// <param name="IsFactory">Whether what lies there came with the plugin.</param>
/// <param name="IsUser">Whether what lies there is the user's own.</param>
public sealed record PresetLocation(string Name, string Path, bool IsFactory, bool IsUser);
