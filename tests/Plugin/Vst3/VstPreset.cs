using System.Buffers.Binary;
using System.Text;

namespace NamPlugin.Plugin.Tests.Vst3;

/// <summary>The form of <c>.vstpreset</c> files, in which hosts of VST3 keep the state of a component: header, chunks, list of chunks.</summary>
internal static class VstPreset
{
    private const int HeaderBytes = 48, EntryBytes = 20;

    /// <summary>Writes a file with the component's state as its one chunk.</summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <param name="classId">32 hexadecimal digits.</param>
    /// <param name="componentState">What IComponent::getState gave.</param>
    public static void Write(string path, string classId, ReadOnlySpan<byte> componentState)
    {
        var file = new byte[HeaderBytes + componentState.Length + 8 + EntryBytes].AsSpan();
        "VST3"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], 1);
        Encoding.ASCII.GetBytes(classId, file[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(file[40..], HeaderBytes + componentState.Length);
        componentState.CopyTo(file[HeaderBytes..]);
        var list = file[(HeaderBytes + componentState.Length)..];
        "List"u8.CopyTo(list);
        BinaryPrimitives.WriteInt32LittleEndian(list[4..], 1);
        "Comp"u8.CopyTo(list[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(list[12..], HeaderBytes);
        BinaryPrimitives.WriteInt64LittleEndian(list[20..], componentState.Length);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.ToArray());
    }

    /// <summary>The component's state of a preset that is in memory.</summary>
    public static ReadOnlySpan<byte> ComponentState(ReadOnlySpan<byte> preset)
    {
        var list = preset[(int)BinaryPrimitives.ReadInt64LittleEndian(preset[40..])..];
        var entry = list[8..];
        while (!entry[..4].SequenceEqual("Comp"u8))
            entry = entry[EntryBytes..];
        return preset.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(entry[4..]), (int)BinaryPrimitives.ReadInt64LittleEndian(entry[12..]));
    }
}
