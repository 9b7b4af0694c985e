namespace NamPlugin.Plugin.Presets;

/// <summary>A preset in the list of all.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">What favourites know it by: <c>factory/</c> or <c>user/</c> and its place in that folder, without the extension.</param>
/// <param name="IsFactory">Whether it ships with the plugin, and so stays as it is.</param>
/// <param name="IsFavourite">Whether the user marked it.</param>
/// <param name="Metadata">What it says about itself; its name alone where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read, as a sentence for the user; null when it can.</param>
public sealed record PresetEntry(string Path, string Id, bool IsFactory, bool IsFavourite, PresetMetadata Metadata, string? Problem);
