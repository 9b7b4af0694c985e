using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>
/// Reads what a capture says about itself ('.nam' section 10). None of it is needed to play, so a value of the wrong kind costs a warning
/// and counts as absent.
/// </summary>
internal static class MetadataReader
{
    public static ModelMetadata Read(JsonNode model, List<string> warnings)
    {
        if (!model.TryGetValue("metadata"u8, out var node))
            return ModelMetadata.Empty;
        if (node.Kind != JsonKind.Object)
        {
            Ignore(node, "an object", warnings);
            return ModelMetadata.Empty;
        }

        return new ModelMetadata
        {
            Name = Text(node, "name"u8, warnings),
            ModeledBy = Text(node, "modeled_by"u8, warnings),
            GearType = Text(node, "gear_type"u8, warnings),
            GearMake = Text(node, "gear_make"u8, warnings),
            GearModel = Text(node, "gear_model"u8, warnings),
            ToneType = Text(node, "tone_type"u8, warnings),
            Date = Date(node, warnings),
            LoudnessDb = Number(node, "loudness"u8, warnings),
            Gain = Number(node, "gain"u8, warnings),
            InputLevelDbu = Number(node, "input_level_dbu"u8, warnings),
            OutputLevelDbu = Number(node, "output_level_dbu"u8, warnings),
            ValidationEsr = node.TryGetValue("training"u8, out var training) && training.Kind == JsonKind.Object ? Number(training, "validation_esr"u8, warnings) : null,
        };
    }

    private static string? Text(JsonNode node, ReadOnlySpan<byte> key, List<string> warnings)
    {
        if (!node.TryGetValue(key, out var value))
            return null;
        if (value.Kind == JsonKind.String)
            return value.ToText();
        Ignore(value, "a string", warnings);
        return null;
    }

    private static double? Number(JsonNode node, ReadOnlySpan<byte> key, List<string> warnings)
    {
        if (!node.TryGetValue(key, out var value))
            return null;
        if (value.TryToDouble(out var number))
            return number;
        Ignore(value, "a number", warnings);
        return null;
    }

    /// <summary>The trainer writes an object of six integers; a string is kept as it is.</summary>
    private static string? Date(JsonNode metadata, List<string> warnings)
    {
        if (!metadata.TryGetValue("date"u8, out var node))
            return null;
        if (node.Kind == JsonKind.String)
            return node.ToText();
        if (MetadataDate.TryRead(node, out var date))
            return date.ToString();
        Ignore(node, "year, month, day, hour, minute and second", warnings);
        return null;
    }

    private static void Ignore(JsonNode node, string expected, List<string> warnings) =>
        warnings.Add($"{node.Path}: found {node.Describe()}, expected {expected}; it is ignored.");
}
