using System.Text.Json;

namespace NamPlugin.Dsp.Formats.Json;

/// <summary>The fields of one object, for <c>foreach</c>.</summary>
internal ref struct JsonFields
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly string _file;
    private int _keyStart;
    private int _valueStart;
    private int _next;

    /// <summary>Stands before the first field of the object that begins at <paramref name="start"/>.</summary>
    public JsonFields(ReadOnlySpan<byte> utf8, int start, string file)
    {
        _utf8 = utf8;
        _file = file;
        _next = start + 1;
    }

    /// <summary>The current field.</summary>
    public readonly Field Current => new(_utf8, _keyStart, _valueStart, _file);

    /// <summary>This, so that <c>foreach</c> takes it.</summary>
    public readonly JsonFields GetEnumerator() => this;

    /// <summary>Goes to the next field, if there is one.</summary>
    public bool MoveNext()
    {
        // The previous value is skipped only when its successor is asked for: leaving a loop early costs nothing.
        if (_valueStart > 0)
            _next = JsonScan.SkipValue(_utf8, _valueStart);
        _next = JsonScan.SkipWhiteSpace(_utf8, _next);
        if (_utf8[_next] == ',')
            _next = JsonScan.SkipWhiteSpace(_utf8, _next + 1);
        if (_utf8[_next] == '}')
            return false;
        _keyStart = _next;
        var colon = JsonScan.SkipWhiteSpace(_utf8, JsonScan.SkipString(_utf8, _keyStart));
        _valueStart = JsonScan.SkipWhiteSpace(_utf8, colon + 1);
        return true;
    }

    /// <summary>A key and its value.</summary>
    public readonly ref struct Field(ReadOnlySpan<byte> utf8, int keyStart, int valueStart, string file)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;

        /// <summary>The value.</summary>
        public JsonNode Value => new(_utf8, valueStart, file);

        /// <summary>The key with its quotes, as written.</summary>
        public ReadOnlySpan<byte> QuotedKey => _utf8[keyStart..JsonScan.SkipString(_utf8, keyStart)];

        /// <summary>Whether the key is <paramref name="name"/>, escapes resolved.</summary>
        public bool IsNamed(ReadOnlySpan<byte> name) => TextEquals(QuotedKey, name);

        /// <summary>Whether a quoted JSON string says <paramref name="text"/>.</summary>
        public static bool TextEquals(ReadOnlySpan<byte> quoted, ReadOnlySpan<byte> text)
        {
            var inner = quoted[1..^1];
            if (!inner.Contains((byte)'\\'))
                return inner.SequenceEqual(text);
            var reader = new Utf8JsonReader(quoted);
            reader.Read();
            return reader.ValueTextEquals(text);
        }
    }
}
