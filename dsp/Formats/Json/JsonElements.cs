namespace NamPlugin.Dsp.Formats.Json;

/// <summary>The elements of one array, for <c>foreach</c>.</summary>
internal ref struct JsonElements
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly string _file;
    private int _valueStart;
    private int _next;

    /// <summary>Stands before the first element of the array that begins at <paramref name="start"/>.</summary>
    public JsonElements(ReadOnlySpan<byte> utf8, int start, string file)
    {
        _utf8 = utf8;
        _file = file;
        _next = start + 1;
    }

    /// <summary>The current element.</summary>
    public readonly JsonNode Current => new(_utf8, _valueStart, _file);

    /// <summary>This, so that <c>foreach</c> takes it.</summary>
    public readonly JsonElements GetEnumerator() => this;

    /// <summary>Goes to the next element, if there is one.</summary>
    public bool MoveNext()
    {
        if (_valueStart > 0)
            _next = JsonScan.SkipValue(_utf8, _valueStart);
        _next = JsonScan.SkipWhiteSpace(_utf8, _next);
        if (_utf8[_next] == ',')
            _next = JsonScan.SkipWhiteSpace(_utf8, _next + 1);
        if (_utf8[_next] == ']')
            return false;
        _valueStart = _next;
        return true;
    }
}
