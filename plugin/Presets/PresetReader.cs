using System.Text.Json;
using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Presets;

/// <summary>Reads what a preset says about itself. That stands in front, so that those who index thousands need not read what is saved behind it.</summary>
internal static class PresetReader
{
    private const string Remedy = "The file is damaged or none of this plugin's presets: save it again, or take it out of the folder.";

    /// <summary>Reads a preset.</summary>
    /// <param name="bytes">The whole file, or its beginning.</param>
    /// <param name="isWhole">Which of the two. The whole is checked to its end.</param>
    /// <param name="file">Its path, for its name and for errors.</param>
    /// <param name="place">Where in the bytes the object is that says it; empty when there is none.</param>
    /// <returns>Null when the beginning does not say enough.</returns>
    /// <exception cref="FileFormatException">It is no preset, or not whole.</exception>
    public static PresetMetadata? TryRead(ReadOnlySpan<byte> bytes, bool isWhole, string file, out Range place)
    {
        place = default;
        var json = new Utf8JsonReader(bytes, isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = 16 }));
        try
        {
            return TryFind(ref json, isWhole, file, ref place) ? Read(bytes[place], file) : null;
        }
        catch (JsonException exception)
        {
            throw new FileFormatException(
                Path.GetFileName(file), $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}", "something else", "JSON", Remedy, exception);
        }
    }

    private static bool TryFind(ref Utf8JsonReader json, bool isWhole, string file, ref Range place)
    {
        var isState = false;
        if (!json.Read())
            return false;
        if (json.TokenType != JsonTokenType.StartObject)
            throw Refuse(file, "$", Describe(ref json), "an object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = json.ValueTextEquals(StateKeys.Version);
            var isMetadata = json.ValueTextEquals(StateKeys.Preset);
            if (!json.Read())
                return false;
            var start = (int)json.TokenStartIndex;
            isState |= isVersion && json.TokenType == JsonTokenType.Number;
            if (!json.TrySkip())
                return false;
            if (isMetadata)
                place = start..(int)json.BytesConsumed;
            if (!isWhole && isState && place.End.Value > 0)
                return true;
        }

        if (!isWhole)
            return false;
        json.Read();
        return isState ? true : throw Refuse(file, "$", "no version of a state", "a number named \"namplugin\"");
    }

    private static PresetMetadata Read(ReadOnlySpan<byte> value, string file)
    {
        var metadata = new PresetMetadata { Name = Path.GetFileNameWithoutExtension(file) };
        if (value.IsEmpty)
            return metadata;
        var json = new Utf8JsonReader(value);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw Refuse(file, "$.preset", Describe(ref json), "an object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(PresetKeys.Name))
                metadata = ReadText(ref json, file, "name", PresetMetadata.LongestName) is { Length: > 0 } name ? metadata with { Name = name } : metadata;
            else if (json.ValueTextEquals(PresetKeys.Author))
                metadata = metadata with { Author = ReadText(ref json, file, "author", PresetMetadata.LongestName) };
            else if (json.ValueTextEquals(PresetKeys.Description))
                metadata = metadata with { Description = ReadText(ref json, file, "description", PresetMetadata.LongestDescription) };
            else if (json.ValueTextEquals(PresetKeys.Version))
                metadata = metadata with { Version = ReadText(ref json, file, "version", PresetMetadata.LongestName) };
            else if (json.ValueTextEquals(PresetKeys.Tags))
                metadata = metadata with { Tags = [.. ReadTags(ref json, file)] };
            else
                json.Skip();
        }

        return metadata;
    }

    private static List<string> ReadTags(ref Utf8JsonReader json, string file)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            throw Refuse(file, "$.preset.tags", Describe(ref json), "a list");
        var tags = new List<string>();
        while (ReadText(ref json, file, $"tags[{tags.Count}]", PresetMetadata.LongestName, mayEnd: true) is { } tag)
        {
            if (tags.Count == PresetMetadata.MostTags)
                throw Refuse(file, "$.preset.tags", $"more than {PresetMetadata.MostTags}", "fewer");
            tags.Add(tag);
        }

        return tags;
    }

    private static string ReadText(ref Utf8JsonReader json, string file, string field, int longest) => ReadText(ref json, file, field, longest, mayEnd: false)!;

    private static string? ReadText(ref Utf8JsonReader json, string file, string field, int longest, bool mayEnd)
    {
        json.Read();
        if (mayEnd && json.TokenType == JsonTokenType.EndArray)
            return null;
        if (json.TokenType != JsonTokenType.String)
            throw Refuse(file, $"$.preset.{field}", Describe(ref json), "a text");
        // A byte is a character at most.
        if (json.ValueSpan.Length > 6 * longest)
            throw Refuse(file, $"$.preset.{field}", $"{json.ValueSpan.Length} bytes", $"at most {longest} characters");
        try
        {
            var text = json.GetString()!;
            return text.Length <= longest ? text : throw Refuse(file, $"$.preset.{field}", $"{text.Length} characters", $"at most {longest}");
        }
        catch (InvalidOperationException exception)
        {
            throw Refuse(file, $"$.preset.{field}", "bytes that are no text", "text in UTF-8", exception);
        }
    }

    private static string Describe(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        _ => "true, false or null",
    };

    private static FileFormatException Refuse(string file, string location, string found, string expected, Exception? cause = null) =>
        new(Path.GetFileName(file), location, found, expected, Remedy, cause);
}
