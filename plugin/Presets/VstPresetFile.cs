using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.State;
using NamPlugin.Plugin.Vst3;

namespace NamPlugin.Plugin.Presets;

/// <summary>
/// The files in which VST3 hosts keep presets, as the standard's documentation lays them out: a header, chunks of data, and at the end the list of
/// chunks. All numbers are little endian. The component's state is the one chunk that matters; there is none of the controller, which keeps no state.
/// </summary>
public static class VstPresetFile
{
    /// <summary>How the files' names end.</summary>
    public const string Extension = ".vstpreset";

    private const int HeaderBytes = 48;
    private const int ClassIdAt = 8;
    private const int ClassIdBytes = 32;
    private const int ListAt = 40;
    private const int ListHeadBytes = 8;
    private const int EntryBytes = 20;
    private const string Remedy = "The file is damaged or is another plugin's: save it again from a host that plays this one.";

    private static ReadOnlySpan<byte> Magic => "VST3"u8;

    private static ReadOnlySpan<byte> List => "List"u8;

    private static ReadOnlySpan<byte> Component => "Comp"u8;

    private static ReadOnlySpan<byte> Information => "Info"u8;

    /// <summary>Whether bytes begin as such a file does.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Magic);

    /// <summary>Makes a file; the caller owns its bytes. [main-thread]</summary>
    /// <param name="state">What the component is to load: a preset is a state.</param>
    /// <param name="metadata">What hosts may show before.</param>
    public static NativeBuffer<byte> Compose(ReadOnlySpan<byte> state, PresetMetadata metadata)
    {
        ReadOnlySpan<byte> information = Encoding.UTF8.GetBytes(Describe(metadata));
        var listAt = HeaderBytes + state.Length + information.Length;
        using var file = new NativeByteWriter();
        file.Write(Magic);
        WriteInt32(file, 1);
        file.Write(Encoding.ASCII.GetBytes(PluginIdentity.Vst3ComponentId));
        WriteInt64(file, listAt);
        file.Write(state);
        file.Write(information);
        file.Write(List);
        WriteInt32(file, 2);
        WriteEntry(file, Component, HeaderBytes, state.Length);
        WriteEntry(file, Information, HeaderBytes + state.Length, information.Length);
        return file.ToBuffer();
    }

    /// <summary>The component's state in a file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="path">Its path, for errors.</param>
    /// <exception cref="FileFormatException">It is no such file, or another plugin's.</exception>
    public static ReadOnlySpan<byte> ComponentState(ReadOnlySpan<byte> file, string path)
    {
        if (file.Length < HeaderBytes || !Is(file))
            throw Refuse(path, "byte 0", "something else", "the header of a .vstpreset file");
        if (!Ascii.EqualsIgnoreCase(file.Slice(ClassIdAt, ClassIdBytes), PluginIdentity.Vst3ComponentId))
            throw Refuse(path, $"byte {ClassIdAt}", "the class of another plugin", PluginIdentity.Vst3ComponentId);
        var listAt = BinaryPrimitives.ReadInt64LittleEndian(file[ListAt..]);
        if (listAt < HeaderBytes || listAt > file.Length - ListHeadBytes || !file[(int)listAt..].StartsWith(List))
            throw Refuse(path, $"byte {ListAt}", "no way to the list of chunks", "the place of \"List\"");
        var entries = file[((int)listAt + ListHeadBytes)..];
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[((int)listAt + Magic.Length)..]);
        if (count < 0 || count > entries.Length / EntryBytes)
            throw Refuse(path, $"byte {listAt + Magic.Length}", $"{count} chunks", "no more than the file holds");
        for (var index = 0; index < count; index++)
        {
            var entry = entries[(index * EntryBytes)..];
            if (!entry.StartsWith(Component))
                continue;
            var start = BinaryPrimitives.ReadInt64LittleEndian(entry[4..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(entry[12..]);
            if (start < 0 || length < 0 || start > file.Length || length > file.Length - start)
                throw Refuse(path, $"byte {listAt + ListHeadBytes + (index * EntryBytes)}", $"{length} bytes from byte {start} on", "a chunk inside of the file");
            return file.Slice((int)start, (int)length);
        }

        throw Refuse(path, $"byte {listAt}", "no chunk \"Comp\"", "the component's state");
    }

    private static string Describe(PresetMetadata metadata)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<MetaInfo>\n");
        Add(text, "MediaType", "VstPreset", " flags=\"writeProtected\"");
        Add(text, "PlugInCategory", Vst3Factory.SubCategories, " flags=\"writeProtected\"");
        Add(text, "PlugInName", PluginIdentity.Name, " flags=\"writeProtected\"");
        Add(text, "PlugInVendor", PluginIdentity.Vendor, " flags=\"writeProtected\"");
        Add(text, "Name", metadata.Name, "");
        return text.Append("</MetaInfo>\n").ToString();
    }

    private static void Add(StringBuilder text, string id, string value, string flags)
    {
        text.Append("\t<Attribute id=\"").Append(id).Append("\" value=\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '"' => text.Append("&quot;"),
                < ' ' => text.Append(' '),
                _ => text.Append(letter),
            };
        }

        text.Append("\" type=\"string\"").Append(flags).Append("/>\n");
    }

    private static void WriteEntry(NativeByteWriter file, ReadOnlySpan<byte> id, long start, long length)
    {
        file.Write(id);
        WriteInt64(file, start);
        WriteInt64(file, length);
    }

    private static void WriteInt32(NativeByteWriter file, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(file.GetSpan(sizeof(int)), value);
        file.Advance(sizeof(int));
    }

    private static void WriteInt64(NativeByteWriter file, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(file.GetSpan(sizeof(long)), value);
        file.Advance(sizeof(long));
    }

    private static FileFormatException Refuse(string path, string location, string found, string expected) =>
        new(Path.GetFileName(path), location, found, expected, Remedy);
}
