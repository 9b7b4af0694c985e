using System.Buffers.Binary;
using System.Text;

namespace NamPlugin.Host.Vst3;

/// <content>Presets, which VST3 hosts keep in files of their own: a header, chunks, and the list of chunks at the end.</content>
internal sealed unsafe partial class Vst3HostedPlugin
{
    private const int HeaderBytes = 48, ListHeadBytes = 8, EntryBytes = 20;

    public override bool TryLoadPreset(string path)
    {
        var file = File.ReadAllBytes(path);
        if (file.Length < HeaderBytes || !file.AsSpan().StartsWith("VST3"u8) || BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)) != 1)
            throw new HostException($"{path} is no preset of VST3.");
        if (Encoding.ASCII.GetString(file, 8, 32) != Class.Id)
            return false;
        var list = file.AsSpan(checked((int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(40))));
        if (!list.StartsWith("List"u8) || list.Length != ListHeadBytes + (BinaryPrimitives.ReadInt32LittleEndian(list[4..]) * EntryBytes))
            throw new HostException($"{path} has no list of chunks where it should be.");
        for (var entry = list[ListHeadBytes..]; entry.Length > 0; entry = entry[EntryBytes..])
        {
            if (entry.StartsWith("Comp"u8))
                return TryLoadState(file.AsSpan((int)BinaryPrimitives.ReadInt64LittleEndian(entry[4..]), (int)BinaryPrimitives.ReadInt64LittleEndian(entry[12..])));
        }

        throw new HostException($"{path} has no state for the component.");
    }
}
