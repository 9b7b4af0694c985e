using System.Text.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Writes what a capture says about itself; absent members are left out.</summary>
internal static class MetadataWriter
{
    public static void Write(Utf8JsonWriter json, ModelMetadata metadata)
    {
        if (metadata == ModelMetadata.Empty)
            return;
        json.WriteStartObject("metadata"u8);
        WriteDate(json, metadata.Date);
        Number(json, "loudness"u8, metadata.LoudnessDb);
        Number(json, "gain"u8, metadata.Gain);
        Text(json, "name"u8, metadata.Name);
        Text(json, "modeled_by"u8, metadata.ModeledBy);
        Text(json, "gear_type"u8, metadata.GearType);
        Text(json, "gear_make"u8, metadata.GearMake);
        Text(json, "gear_model"u8, metadata.GearModel);
        Text(json, "tone_type"u8, metadata.ToneType);
        Number(json, "input_level_dbu"u8, metadata.InputLevelDbu);
        Number(json, "output_level_dbu"u8, metadata.OutputLevelDbu);
        if (metadata.ValidationEsr is { } esr)
        {
            json.WriteStartObject("training"u8);
            json.WriteNumber("validation_esr"u8, esr);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string? text)
    {
        if (text is null || !MetadataDate.TryParse(text, out var date))
        {
            Text(json, "date"u8, text);
            return;
        }

        json.WriteStartObject("date"u8);
        json.WriteNumber("year"u8, date.Value.Year);
        json.WriteNumber("month"u8, date.Value.Month);
        json.WriteNumber("day"u8, date.Value.Day);
        json.WriteNumber("hour"u8, date.Value.Hour);
        json.WriteNumber("minute"u8, date.Value.Minute);
        json.WriteNumber("second"u8, date.Value.Second);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> key, string? text)
    {
        if (text is not null)
            json.WriteString(key, text);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> key, double? number)
    {
        if (number is { } value)
            json.WriteNumber(key, value);
    }
}
