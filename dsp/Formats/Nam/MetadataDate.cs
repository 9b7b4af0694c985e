using System.Globalization;
using NamPlugin.Dsp.Formats.Json;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>A training date: six integers in the file, ISO 8601 in <see cref="Models.ModelMetadata.Date"/>.</summary>
internal readonly record struct MetadataDate(DateTime Value)
{
    private const string Pattern = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Reads the trainer's object; false when it is not one or names no day of the calendar.</summary>
    public static bool TryRead(JsonNode node, out MetadataDate date)
    {
        date = default;
        if (node.Kind != JsonKind.Object
            || !TryPart(node, "year"u8, 1, 9999, out var year)
            || !TryPart(node, "month"u8, 1, 12, out var month)
            || !TryPart(node, "day"u8, 1, DateTime.DaysInMonth(year, month), out var day)
            || !TryPart(node, "hour"u8, 0, 23, out var hour)
            || !TryPart(node, "minute"u8, 0, 59, out var minute)
            || !TryPart(node, "second"u8, 0, 59, out var second))
        {
            return false;
        }

        date = new MetadataDate(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified));
        return true;
    }

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out MetadataDate date)
    {
        var parsed = DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = new MetadataDate(value);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(Pattern, CultureInfo.InvariantCulture);

    private static bool TryPart(JsonNode node, ReadOnlySpan<byte> key, int least, int most, out int value)
    {
        value = 0;
        if (!node.TryGet(key, out var part) || !part.TryToDouble(out var number) || number < least || number > most || number != Math.Floor(number))
            return false;
        value = (int)number;
        return true;
    }
}
