using System.Text;
using System.Text.Json;

namespace NamPlugin.Dsp.Formats.Json;

/// <summary>
/// Finds the path of a value from its position by walking down from the root again. Only refusals pay for paths; reading a good file
/// never builds one.
/// </summary>
internal static class JsonPath
{
    private const int LongestKey = 40;

    /// <summary>The path of the value that begins at byte <paramref name="position"/> of valid JSON.</summary>
    public static string Of(ReadOnlySpan<byte> utf8, int position)
    {
        var path = new StringBuilder("$");
        var node = new JsonNode(utf8, JsonScan.SkipWhiteSpace(utf8, 0), "");
        while (node.Start < position)
            node = node.Kind == JsonKind.Array ? IntoArray(node, position, path) : IntoObject(node, position, path);
        return path.ToString();
    }

    private static JsonNode IntoArray(JsonNode array, int position, StringBuilder path)
    {
        var index = -1;
        var child = array;
        foreach (var element in array.Elements())
        {
            if (element.Start > position)
                break;
            child = element;
            index++;
        }

        path.Append('[').Append(index).Append(']');
        return child;
    }

    private static JsonNode IntoObject(JsonNode node, int position, StringBuilder path)
    {
        var child = node;
        ReadOnlySpan<byte> key = default;
        foreach (var field in node.Fields())
        {
            if (field.Value.Start > position)
                break;
            child = field.Value;
            key = field.QuotedKey;
        }

        AppendKey(path, key);
        return child;
    }

    private static void AppendKey(StringBuilder path, ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        var key = reader.GetString()!;
        if (key.Length > LongestKey)
            key = $"{key[..LongestKey]}...";
        if (IsPlain(key))
            path.Append('.').Append(key);
        else
            path.Append("['").Append(key).Append("']");
    }

    private static bool IsPlain(string key)
    {
        foreach (var letter in key)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_')
                return false;
        }

        return key.Length > 0;
    }
}
