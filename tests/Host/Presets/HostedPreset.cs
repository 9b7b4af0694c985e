namespace NamPlugin.Host.Presets;

/// <summary>A preset as its plugin described it to an indexer.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Name for people.</param>
/// <param name="PluginIds">The plugins it is for, as in <c>clap:org.example</c>.</param>
/// <param name="Creators">Who made it.</param>
/// <param name="Description">What it sounds like; empty for nothing said.</param>
/// <param name="Features">Words to find it by.</param>
/// <param name="Extra">What else there was, as in <c>key=value</c>.</param>
public sealed record HostedPreset(
    string Path, string Name, IReadOnlyList<string> PluginIds, IReadOnlyList<string> Creators, string Description, IReadOnlyList<string> Features, IReadOnlyList<string> Extra);
