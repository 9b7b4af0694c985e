using System.Buffers;
using System.Buffers.Binary;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>Collects packed little-endian values and refuses by name what a field cannot hold.</summary>
internal sealed class NambBuffer(string file)
{
    private const string OtherFormat = "Save the model as .nam, which can hold it.";

    private readonly ArrayBufferWriter<byte> _bytes = new(initialCapacity: 64 << 10);

    /// <summary>What to call the file in errors.</summary>
    public string File { get; } = file;

    /// <summary>Bytes written so far.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Everything written so far.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Byte(string path, int value) => Take(1)[0] = (byte)Within(path, value, byte.MaxValue);

    public void Flag(bool value) => Take(1)[0] = value ? (byte)1 : (byte)0;

    public void UInt16(string path, int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), (ushort)Within(path, value, ushort.MaxValue));

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(sizeof(uint)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Single(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    public void Zeros(int count) => Take(count).Clear();

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>The whole file with its checksum filled in.</summary>
    public ReadOnlyMemory<byte> Sealed()
    {
        var contents = _bytes.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(contents.AsSpan(NambLayout.ChecksumOffset), NambLayout.Checksum(contents));
        return contents;
    }

    /// <summary>The error that version 1 has no place for something.</summary>
    public FileFormatException CannotHold(string path, string what, string remedy = OtherFormat) =>
        new(File, path, what, "a model without: .namb version 1 cannot hold it", remedy);

    private int Within(string path, int value, int limit) =>
        value >= 0 && value <= limit ? value : throw new FileFormatException(File, path, value.ToString(), $"at most {limit} in .namb version 1", OtherFormat);

    private Span<byte> Take(int count)
    {
        var span = _bytes.GetSpan(count)[..count];
        _bytes.Advance(count);
        return span;
    }
}
