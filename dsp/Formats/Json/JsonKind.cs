namespace NamPlugin.Dsp.Formats.Json;

/// <summary>The kinds of JSON value.</summary>
internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
