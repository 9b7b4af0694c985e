using System.Buffers.Binary;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>Reads packed little-endian values one after the other and refuses to pass the end of its block.</summary>
internal ref struct NambCursor
{
    private readonly ReadOnlySpan<byte> _contents;
    private readonly int _end;

    /// <summary>Stands at <paramref name="position"/> of a file and may read up to <paramref name="end"/>.</summary>
    public NambCursor(ReadOnlySpan<byte> contents, int position, int end, string file)
    {
        _contents = contents;
        _end = end;
        Position = position;
        File = file;
    }

    /// <summary>What to call the file in errors.</summary>
    public string File { get; }

    /// <summary>Offset of the next byte.</summary>
    public int Position { get; private set; }

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() != 0;

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public void Skip(int bytes) => Take(bytes);

    /// <summary>An error about the value that was read <paramref name="bytesBack"/> bytes ago.</summary>
    public readonly FileFormatException Refuse(int bytesBack, string found, string expected, string remedy) =>
        new(File, $"byte {Position - bytesBack}", found, expected, remedy);

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _end - Position)
            throw Refuse(0, $"the end of the block after {_end - Position} more bytes", $"{bytes} bytes", Remedies.Damaged);
        var taken = _contents.Slice(Position, bytes);
        Position += bytes;
        return taken;
    }
}
