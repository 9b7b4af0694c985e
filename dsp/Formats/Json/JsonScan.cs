using System.Buffers;

namespace NamPlugin.Dsp.Formats.Json;

/// <summary>
/// Finds the ends of things in JSON text that <see cref="JsonText"/> has already proved valid. Because nothing can be malformed, a skip
/// only looks for brackets and quotes, and runs over a list of numbers at the speed of a vector search.
/// </summary>
internal static class JsonScan
{
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>The first position at or after <paramref name="position"/> that is not white space.</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> utf8, int position)
    {
        while (position < utf8.Length && utf8[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
        return position;
    }

    /// <summary>The position after the string whose opening quote is at <paramref name="position"/>.</summary>
    public static int SkipString(ReadOnlySpan<byte> utf8, int position)
    {
        position++;
        while (true)
        {
            position += utf8[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (utf8[position] == '"')
                return position + 1;
            position += 2;
        }
    }

    /// <summary>The position after the value that begins at <paramref name="position"/>.</summary>
    public static int SkipValue(ReadOnlySpan<byte> utf8, int position)
    {
        switch (utf8[position])
        {
            case (byte)'"':
                return SkipString(utf8, position);
            case (byte)'{' or (byte)'[':
                return SkipContainer(utf8, position);
            default:
                var length = utf8[position..].IndexOfAny(ScalarEnds);
                return length < 0 ? utf8.Length : position + length;
        }
    }

    private static int SkipContainer(ReadOnlySpan<byte> utf8, int position)
    {
        var depth = 0;
        while (true)
        {
            position += utf8[position..].IndexOfAny(Brackets);
            switch (utf8[position])
            {
                case (byte)'"':
                    position = SkipString(utf8, position);
                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            position++;
            if (depth == 0)
                return position;
        }
    }
}
