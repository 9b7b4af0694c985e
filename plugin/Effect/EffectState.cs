using System.Buffers;
using System.Text.Json;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// The written form of an instance: JSON in UTF-8, by name and never by position, with a version in front.
/// <c>{"namplugin":1,"parameters":{"input":0,...},"model":{"path":"..."}}</c>
/// </summary>
internal static class EffectState
{
    /// <summary>No state is longer; a longer one is refused unread.</summary>
    public const int LongestBytes = 16 << 20;

    private const int FormatVersion = 1;

    /// <summary>Writes a state. [main-thread]</summary>
    public static NativeBuffer<byte> Write(ReadOnlySpan<double> values, string? modelPath, StatePurpose purpose)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteNumber("namplugin"u8, FormatVersion);
        json.WriteStartObject("parameters"u8);
        foreach (var parameter in ParameterTable.All)
        {
            if (purpose != StatePurpose.Preset || !parameter.Flags.HasFlag(ParameterFlags.MachineBound))
                json.WriteNumber(parameter.Id, values[parameter.Index]);
        }

        json.WriteEndObject();
        if (modelPath is not null)
        {
            json.WriteStartObject("model"u8);
            json.WriteString("path"u8, modelPath);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return NativeBuffer<byte>.CopyOf(bytes.WrittenSpan);
    }

    /// <summary>Reads a state into cleaned values, and leaves those that it does not name. False for anything that is not one. [main-thread]</summary>
    public static bool TryRead(ReadOnlySpan<byte> state, Span<double> values, out string? modelPath)
    {
        modelPath = null;
        if (state.Length > LongestBytes)
            return false;
        try
        {
            var json = new Utf8JsonReader(state, new JsonReaderOptions { MaxDepth = 16 });
            return json.Read() && json.TokenType == JsonTokenType.StartObject && ReadFields(ref json, values, ref modelPath);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool ReadFields(ref Utf8JsonReader json, Span<double> values, ref string? modelPath)
    {
        var isState = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("namplugin"u8))
            {
                isState = json.Read() && json.TokenType == JsonTokenType.Number;
            }
            else if (json.ValueTextEquals("parameters"u8))
            {
                ReadParameters(ref json, values);
            }
            else if (json.ValueTextEquals("model"u8))
            {
                modelPath = ReadPath(ref json);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        // Whatever follows the object must be nothing, or the bytes were cut or glued.
        return isState && json.TokenType == JsonTokenType.EndObject && !json.Read();
    }

    private static void ReadParameters(ref Utf8JsonReader json, Span<double> values)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = json.ValueIsEscaped ? -1 : ParameterTable.IndexOf(json.ValueSpan);
            json.Read();
            if (index >= 0 && json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var value))
                values[index] = ParameterTable.All[index].Clean(value);
            else
                json.Skip();
        }
    }

    private static string? ReadPath(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        string? path = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isPath = json.ValueTextEquals("path"u8);
            json.Read();
            if (isPath && json.TokenType == JsonTokenType.String)
                path = json.GetString();
            else
                json.Skip();
        }

        return path;
    }
}
