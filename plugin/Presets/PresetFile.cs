using System.Buffers;
using System.Text.Json;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Presets;

/// <summary>
/// Presets as files: a state, as sessions have it, with one more object in front that says what it is. Whatever loads a state loads a preset. The
/// extension is the plugin's own name, as no other program can play one; `.nam` in it would promise a capture.
/// </summary>
public static class PresetFile
{
    /// <summary>How the files' names end.</summary>
    public const string Extension = ".namplugin";

    private const string Expected = "a readable preset";

    // What stands in front is never longer, unless somebody wrote it by hand.
    private const int HeadBytes = 64 << 10;

    /// <summary>Reads and checks a file; the caller owns the bytes. [main-thread]</summary>
    /// <exception cref="FileFormatException">It cannot be read, or is no preset.</exception>
    public static NativeBuffer<byte> Read(string path, out PresetMetadata metadata)
    {
        var bytes = FileBytes.Read(path, StateReader.LongestBytes, Expected);
        try
        {
            metadata = Describe(bytes.Span, path);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Reads only what it says about itself. [thread-safe]</summary>
    /// <exception cref="FileFormatException">It cannot be read, or is no preset.</exception>
    public static PresetMetadata ReadMetadata(string path)
    {
        using (var head = FileBytes.ReadHead(path, HeadBytes, StateReader.LongestBytes, Expected))
        {
            if (PresetReader.TryRead(head.Span, isWhole: head.Length < HeadBytes, path, out _) is { } metadata)
                return metadata;
        }

        using var whole = FileBytes.Read(path, StateReader.LongestBytes, Expected);
        return Describe(whole.Span, path);
    }

    /// <summary>What bytes in memory say about themselves. [thread-safe]</summary>
    /// <exception cref="FileFormatException">They are no preset and no state.</exception>
    public static PresetMetadata Describe(ReadOnlySpan<byte> bytes, string path) => PresetReader.TryRead(bytes, isWhole: true, path, out _)!;

    /// <summary>Puts in front of a state what is to be said about it, in place of what was said before. The caller owns the bytes. [main-thread]</summary>
    /// <param name="state">A state or a preset.</param>
    /// <param name="metadata">What to say; what is too long is cut.</param>
    /// <param name="file">Where the state comes from, for errors.</param>
    /// <exception cref="FileFormatException">The state is none.</exception>
    public static NativeBuffer<byte> Compose(ReadOnlySpan<byte> state, PresetMetadata metadata, string file)
    {
        PresetReader.TryRead(state, isWhole: true, file, out var old);
        using var bytes = new NativeByteWriter();
        var isNew = old.End.Value == 0;
        if (isNew)
        {
            bytes.Write("{\"preset\":"u8);
            var begin = state.IndexOf((byte)'{') + 1;
            old = begin..begin;
        }
        else
        {
            bytes.Write(state[..old.Start]);
        }

        using (var json = new Utf8JsonWriter(bytes))
            Write(json, metadata.Fitted());
        if (isNew)
            bytes.Write(","u8);
        bytes.Write(state[old.End..]);
        return bytes.ToBuffer();
    }

    private static void Write(Utf8JsonWriter json, PresetMetadata metadata)
    {
        json.WriteStartObject();
        json.WriteString(PresetKeys.Name, metadata.Name);
        if (metadata.Author.Length > 0)
            json.WriteString(PresetKeys.Author, metadata.Author);
        if (metadata.Description.Length > 0)
            json.WriteString(PresetKeys.Description, metadata.Description);
        if (metadata.Tags.Length > 0)
        {
            json.WriteStartArray(PresetKeys.Tags);
            foreach (var tag in metadata.Tags)
                json.WriteStringValue(tag);
            json.WriteEndArray();
        }

        if (metadata.Version.Length > 0)
            json.WriteString(PresetKeys.Version, metadata.Version);
        json.WriteEndObject();
    }
}
