namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>Where things stand in a `.namb` file, version 1. All values are little-endian and tightly packed.</summary>
internal static class NambLayout
{
    /// <summary>The first four bytes as a little-endian number; on disk they read "BMAN".</summary>
    public const uint Magic = 0x4E414D42;

    public const ushort FormatVersion = 1;

    public const int FormatVersionOffset = 4;
    public const int TotalSizeOffset = 8;
    public const int WeightsOffsetOffset = 12;
    public const int WeightCountOffset = 16;
    public const int ModelBlockSizeOffset = 20;
    public const int ChecksumOffset = 24;
    public const int HeaderSize = 32;

    public const int MetadataSize = 48;
    public const int MetadataReserved = 12;
    public const byte HasLoudness = 1;
    public const byte HasInputLevel = 2;
    public const byte HasOutputLevel = 4;
    public const double UnknownSampleRate = -1;

    public const int ModelOffset = HeaderSize + MetadataSize;

    public const byte FilmActive = 1;
    public const byte FilmShift = 2;

    /// <summary>The checksum of a file: over everything but the four bytes that hold it.</summary>
    public static uint Checksum(ReadOnlySpan<byte> file)
    {
        var state = Crc32.Append(Crc32.Start, file[..ChecksumOffset]);
        return ~Crc32.Append(state, file[(ChecksumOffset + sizeof(uint))..]);
    }
}
