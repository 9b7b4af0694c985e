using System.Collections.Immutable;

namespace NamPlugin.Plugin.Presets;

/// <summary>What a preset says about itself, for whoever chooses among many.</summary>
public sealed record PresetMetadata
{
    /// <summary>Longest <see cref="Name"/>, <see cref="Author"/> or <see cref="Version"/>, in characters.</summary>
    public const int LongestName = 128;

    /// <summary>Longest <see cref="Description"/>, in characters.</summary>
    public const int LongestDescription = 4096;

    /// <summary>Most <see cref="Tags"/>, each as long as a name at most.</summary>
    public const int MostTags = 32;

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Who made it; empty when nobody says.</summary>
    public string Author { get; init; } = "";

    /// <summary>What it sounds like or is for; may have several lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>Words to find it by: "clean", "lead". Hosts map them to categories of their own.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Version of the plugin that saved it; empty when unknown.</summary>
    public string Version { get; init; } = "";

    /// <summary>The same, with a name and within the limits, so that it can be read again whatever was typed.</summary>
    public PresetMetadata Fitted() => new()
    {
        Name = Cut(Name, LongestName) is { Length: > 0 } name ? name : "Preset",
        Author = Cut(Author, LongestName),
        Description = Cut(Description, LongestDescription),
        Tags = ImmutableArray.Create(Array.ConvertAll(Tags.AsSpan(0, Math.Min(Tags.Length, MostTags)).ToArray(), static tag => Cut(tag, LongestName))),
        Version = Cut(Version, LongestName),
    };

    // Half a pair of surrogates is no character.
    private static string Cut(string text, int longest)
    {
        text = text.Trim();
        if (text.Length > longest)
            text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
        return text;
    }
}
