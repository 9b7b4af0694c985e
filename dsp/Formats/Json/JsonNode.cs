using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace NamPlugin.Dsp.Formats.Json;

/// <summary>
/// One value of a JSON text, known by its position. Everything about it is read from the text when asked for, so keys may come in any
/// order and nothing is allocated; a refusal knows its own path.
/// </summary>
internal readonly ref struct JsonNode
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly string _file;

    /// <summary>The value that begins at a position of text that <see cref="JsonText"/> has validated.</summary>
    public JsonNode(ReadOnlySpan<byte> utf8, int start, string file)
    {
        _utf8 = utf8;
        _file = file;
        Start = start;
    }

    /// <summary>Offset of the first byte.</summary>
    public int Start { get; }

    /// <summary>The kind of value.</summary>
    public JsonKind Kind => _utf8[Start] switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'"' => JsonKind.String,
        (byte)'t' or (byte)'f' => JsonKind.Boolean,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };

    /// <summary>Where the value stands: <c>$.config.layers[0].channels</c>.</summary>
    public string Path => JsonPath.Of(_utf8, Start);

    /// <summary>The bytes of the value.</summary>
    public ReadOnlySpan<byte> Raw => _utf8[Start..JsonScan.SkipValue(_utf8, Start)];

    /// <summary>The fields of an object, in the order of the file.</summary>
    /// <exception cref="FileFormatException">The value is not an object.</exception>
    public JsonFields Fields() => Kind == JsonKind.Object ? new JsonFields(_utf8, Start, _file) : throw WrongKind("an object");

    /// <summary>The elements of an array.</summary>
    /// <exception cref="FileFormatException">The value is not an array.</exception>
    public JsonElements Elements() => Kind == JsonKind.Array ? new JsonElements(_utf8, Start, _file) : throw WrongKind("an array");

    /// <summary>Number of elements of an array.</summary>
    /// <exception cref="FileFormatException">The value is not an array, or has more than <paramref name="limit"/> elements.</exception>
    public int Count(int limit)
    {
        var count = 0;
        foreach (var element in Elements())
        {
            if (++count > limit)
                throw element.Refuse($"more than {limit} entries", $"at most {limit}", Remedies.ExportAgain);
        }

        return count;
    }

    /// <summary>Finds a field of this object. A key that occurs twice is refused: which one counts would be anyone's guess.</summary>
    /// <exception cref="FileFormatException">This is not an object, or the key occurs twice.</exception>
    public bool TryGet(ReadOnlySpan<byte> key, out JsonNode value)
    {
        var found = false;
        value = default;
        foreach (var field in Fields())
        {
            if (!field.IsNamed(key))
                continue;
            if (found)
                throw field.Value.Refuse($"the key \"{Encoding.UTF8.GetString(key)}\" a second time", "every key once", Remedies.ExportAgain);
            found = true;
            value = field.Value;
        }

        return found;
    }

    /// <summary>As <see cref="TryGet"/>, but a field that is null counts as absent.</summary>
    public bool TryGetValue(ReadOnlySpan<byte> key, out JsonNode value) => TryGet(key, out value) && value.Kind != JsonKind.Null;

    /// <summary>A field that must be there.</summary>
    /// <exception cref="FileFormatException">The key is missing or occurs twice.</exception>
    public JsonNode Get(ReadOnlySpan<byte> key)
    {
        if (TryGet(key, out var value))
            return value;
        throw Refuse($"no key \"{Encoding.UTF8.GetString(key)}\"", "that key, which is required", Remedies.ExportAgain);
    }

    /// <summary>An integer; <c>16.0</c> counts as one.</summary>
    /// <exception cref="FileFormatException">The value is no integer of 32 bits.</exception>
    public int ToInt32()
    {
        if (Kind == JsonKind.Number)
        {
            var raw = Raw;
            if (Utf8Parser.TryParse(raw, out int value, out var consumed) && consumed == raw.Length)
                return value;
            var number = ToDouble();
            if (number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue)
                return (int)number;
        }

        throw WrongKind("an integer");
    }

    /// <summary>A number.</summary>
    /// <exception cref="FileFormatException">The value is no number or too large for one.</exception>
    public double ToDouble()
    {
        if (Kind != JsonKind.Number)
            throw WrongKind("a number");
        return TryToDouble(out var value) ? value : throw WrongKind("a number within range");
    }

    /// <summary>A number, if the value is one and finite.</summary>
    public bool TryToDouble(out double value)
    {
        value = 0;
        return Kind == JsonKind.Number && Utf8Parser.TryParse(Raw, out value, out _) && double.IsFinite(value);
    }

    /// <summary>A number rounded to float32.</summary>
    /// <exception cref="FileFormatException">The value is no number or too large for one.</exception>
    public float ToSingle()
    {
        var value = (float)ToDouble();
        return float.IsFinite(value) ? value : throw WrongKind("a number within the range of float32");
    }

    /// <summary>true or false.</summary>
    /// <exception cref="FileFormatException">The value is neither.</exception>
    public bool ToBoolean() => Kind == JsonKind.Boolean ? _utf8[Start] == 't' : throw WrongKind("true or false");

    /// <summary>A string.</summary>
    /// <exception cref="FileFormatException">The value is no string.</exception>
    public string ToText()
    {
        if (Kind != JsonKind.String)
            throw WrongKind("a string");
        var reader = new Utf8JsonReader(Raw);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>Whether the value is the string <paramref name="text"/>.</summary>
    public bool Is(ReadOnlySpan<byte> text) => Kind == JsonKind.String && JsonFields.Field.TextEquals(Raw, text);

    /// <summary>The value in a few words for a message.</summary>
    public string Describe()
    {
        const int Longest = 40;
        switch (Kind)
        {
            case JsonKind.Object:
                return "an object";
            case JsonKind.Array:
                return "an array";
            default:
                var raw = Raw;
                return raw.Length <= Longest ? Encoding.UTF8.GetString(raw) : $"{Encoding.UTF8.GetString(raw[..Longest])}...";
        }
    }

    /// <summary>The error that this value is not what it should be.</summary>
    public FileFormatException WrongKind(string expected) => Refuse(Describe(), expected, Remedies.ExportAgain);

    /// <summary>An error at this value's path.</summary>
    public FileFormatException Refuse(string found, string expected, string remedy) => new(_file, Path, found, expected, remedy);

    /// <summary>An error at a path that continues this value's, such as <c>layers[0].channels</c>.</summary>
    public FileFormatException RefuseInside(string relative, string found, string expected, string remedy)
    {
        var separator = relative.Length == 0 || relative[0] == '[' ? "" : ".";
        return new FileFormatException(_file, $"{Path}{separator}{relative}", found, expected, remedy);
    }
}
