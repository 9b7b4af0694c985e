using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Json;

/// <summary>
/// Proves in one forward pass that bytes are JSON within bounds; what comes out can be navigated as <see cref="JsonNode"/>s without
/// another check of syntax. Nothing is copied or kept: a node is a position in the caller's bytes.
/// </summary>
internal static class JsonText
{
    /// <summary>Deepest nesting of objects and arrays; eight models inside each other need 40.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most objects, arrays, keys and strings together; published models stay below a thousand.</summary>
    public const int MaxStructure = 1 << 20;

    private const string DamagedRemedy = "The file is damaged, incomplete or not a model: download or export it again.";

    /// <summary>The root value of <paramref name="utf8"/>. A UTF-8 byte order mark is skipped.</summary>
    /// <exception cref="FileFormatException">The bytes are not JSON, or exceed a bound.</exception>
    public static JsonNode Parse(ReadOnlySpan<byte> utf8, string file)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.IsEmpty)
            throw new FileFormatException(file, "", "an empty file", "a JSON object", DamagedRemedy);
        if (utf8.Length > ModelLimits.FileBytes)
            throw new FileFormatException(file, "", $"{utf8.Length} bytes", $"at most {ModelLimits.FileBytes} bytes", "No model is that large: check that this is the right file.");
        if (!Utf8.IsValid(utf8))
            throw new FileFormatException(file, "", "bytes that are not UTF-8", "JSON text in UTF-8", "Save the file as UTF-8, or download or export it again.");
        Validate(utf8, file);
        return new JsonNode(utf8, JsonScan.SkipWhiteSpace(utf8, 0), file);
    }

    private static void Validate(ReadOnlySpan<byte> utf8, string file)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var structure = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.Number)
                    continue;
                if (++structure > MaxStructure)
                    throw Refuse(file, reader.TokenStartIndex, "more than a million objects, arrays and strings", "the structure of a model");
                if (reader.ValueIsEscaped && HasLoneSurrogate(reader.ValueSpan))
                    throw Refuse(file, reader.TokenStartIndex, "a string with half a surrogate pair", "Unicode text");
            }
        }
        catch (JsonException exception)
        {
            throw SyntaxError(utf8[(int)reader.BytesConsumed..], file, exception);
        }
    }

    private static FileFormatException Refuse(string file, long position, string found, string expected) =>
        new(file, $"byte {position}", found, expected, DamagedRemedy);

    private static FileFormatException SyntaxError(ReadOnlySpan<byte> rest, string file, JsonException exception)
    {
        var location = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        rest = rest.TrimStart(" \t\r\n,:["u8);
        if (rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8) || rest.StartsWith("-Infinity"u8) || rest.StartsWith("-NaN"u8))
            return new FileFormatException(file, location, "a value that is not a finite number", "JSON, which has finite numbers only", "The training diverged or the file was damaged: train or export the model again.", exception);
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (end < 0 ? message : message[..end]).TrimEnd('.');
        return new FileFormatException(file, location, $"invalid JSON ({reason})", "JSON", DamagedRemedy, exception);
    }

    /// <summary>Whether the escapes of a string that is otherwise valid name half of a UTF-16 pair, which is no character.</summary>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        var high = false;
        for (var i = 0; i < escaped.Length;)
        {
            var unit = 0;
            var length = 1;
            if (escaped[i] == '\\')
            {
                length = escaped[i + 1] == 'u' ? 6 : 2;
                if (length == 6 && !Utf8Parser.TryParse(escaped.Slice(i + 2, 4), out unit, out _, 'x'))
                    return true;
            }

            var low = unit is >= 0xDC00 and <= 0xDFFF;
            if (high != low)
                return true;
            high = unit is >= 0xD800 and <= 0xDBFF;
            i += length;
        }

        return high;
    }
}
