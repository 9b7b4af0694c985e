using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Effect.Comparison;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.State;

/// <summary>Reads what <see cref="StateWriter"/> wrote, in this version or any other: unknown keys are skipped, missing ones change nothing.</summary>
internal static class StateReader
{
    /// <summary>No state is longer; a longer one is refused unread.</summary>
    public const int LongestBytes = 16 << 20;

    private const long LongestFileBytes = 1L << 40;

    /// <summary>
    /// Reads a state into cleaned values and into files, and leaves those that it does not name. False for anything that is not one; whatever was read
    /// until that showed is in the results nevertheless. [main-thread]
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> state, StateContents contents)
    {
        if (state.Length > LongestBytes)
            return false;
        try
        {
            var json = new Utf8JsonReader(state, new JsonReaderOptions { MaxDepth = 16 });

            // Whatever follows the object must be nothing, or the bytes were cut or glued.
            return json.Read() && json.TokenType == JsonTokenType.StartObject && TryReadFields(ref json, contents) && !json.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadFields(ref Utf8JsonReader json, StateContents contents)
    {
        var isState = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(StateKeys.Version))
            {
                isState = json.Read() && json.TokenType == JsonTokenType.Number;
            }
            else if (json.ValueTextEquals(StateKeys.Preset))
            {
                json.Read();
                contents.IsPreset |= json.TokenType == JsonTokenType.StartObject;
                json.Skip();
            }
            else if (json.ValueTextEquals(StateKeys.Other))
            {
                ReadOther(ref json, contents);
            }
            else
            {
                ReadSoundField(ref json, contents.Sound);
            }
        }

        return isState && json.TokenType == JsonTokenType.EndObject;
    }

    private static void ReadOther(ref Utf8JsonReader json, StateContents contents)
    {
        if (!TryEnterObject(ref json))
            return;
        contents.Other?.Dispose();
        contents.Other = new EffectSnapshot();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(StateKeys.Side))
                contents.Side = ReadText(ref json) == "A" ? ComparisonSide.B : ComparisonSide.A;
            else
                ReadSoundField(ref json, contents.Other);
        }

        contents.Other.Complete();
    }

    private static void ReadSoundField(ref Utf8JsonReader json, EffectSnapshot sound)
    {
        if (json.ValueTextEquals(StateKeys.Parameters))
        {
            ReadParameters(ref json, sound.Values);
        }
        else if (KindOf(ref json) is { } kind)
        {
            sound.Name(kind, ReadFile(ref json));
        }
        else
        {
            json.Read();
            json.Skip();
        }
    }

    private static FileKind? KindOf(ref Utf8JsonReader json)
    {
        for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
        {
            if (json.ValueTextEquals(StateKeys.Of(kind)))
                return kind;
        }

        return null;
    }

    private static void ReadParameters(ref Utf8JsonReader json, Span<double> values)
    {
        if (!TryEnterObject(ref json))
            return;
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

    private static FileReference? ReadFile(ref Utf8JsonReader json)
    {
        if (!TryEnterObject(ref json))
            return null;
        string? path = null, relative = null, sha256 = null;
        var length = 0L;
        NativeBuffer<byte>? copy = null;
        try
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals(StateKeys.Path))
                    path = ReadText(ref json);
                else if (json.ValueTextEquals(StateKeys.RelativePath))
                    relative = ReadText(ref json);
                else if (json.ValueTextEquals(StateKeys.Sha256))
                    sha256 = ReadText(ref json);
                else if (json.ValueTextEquals(StateKeys.Length))
                    length = ReadLength(ref json);
                else if (json.ValueTextEquals(StateKeys.Copy))
                    ReadCopy(ref json, ref copy);
                else
                    json.Skip();
            }

            // A preset may name a file by its place beside it alone. A path that no system takes is nobody's file.
            if (path is not { Length: > 0 })
                path = relative;
            if (path is not { Length: > 0 } || path.Contains('\0', StringComparison.Ordinal))
                return null;
            if (relative is not null && relative.Contains('\0', StringComparison.Ordinal))
                relative = null;
            if (sha256 is not { Length: 2 * Sha256.DigestBytes })
                return new FileReference(path, relative, null);
            var contents = FileContents.Named(sha256, length, copy);
            copy = null;
            return new FileReference(path, relative, contents);
        }
        finally
        {
            copy?.Dispose();
        }
    }

    private static bool TryEnterObject(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject)
            return true;
        json.Skip();
        return false;
    }

    private static string? ReadText(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
            return json.GetString();
        json.Skip();
        return null;
    }

    private static long ReadLength(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var length))
            return Math.Clamp(length, 0, LongestFileBytes);
        json.Skip();
        return 0;
    }

    // Base 64 needs no escapes; where somebody wrote some, the copy is lost and the file is still known by path and digest.
    private static void ReadCopy(ref Utf8JsonReader json, ref NativeBuffer<byte>? copy)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped)
        {
            json.Skip();
            return;
        }

        copy?.Dispose();
        copy = null;
        using var bytes = new NativeBuffer<byte>(Base64.GetMaxDecodedFromUtf8Length(json.ValueSpan.Length));
        if (Base64.DecodeFromUtf8(json.ValueSpan, bytes.Span, out _, out var count) == OperationStatus.Done && count is > 0 and <= FileContents.LongestCopyBytes)
            copy = NativeBuffer<byte>.CopyOf(bytes.Span[..count]);
    }
}
