using System.Buffers.Binary;

namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>Reads and writes the body of the <c>fmt </c> chunk (RIFF 1.0; WAVEFORMATEX and WAVEFORMATEXTENSIBLE of Microsoft's mmreg.h).</summary>
internal static class WavFmtChunk
{
    /// <summary>Longest body that matters; what stands behind it is not read.</summary>
    public const int MaximumBytes = 40;

    private const int PlainBytes = 16;
    private const ushort PcmTag = 1;
    private const ushort FloatTag = 3;
    private const ushort ExtensibleTag = 0xFFFE;

    /// <summary>Bytes 2 to 15 of the subformat GUID; its first two bytes are the format tag.</summary>
    private static ReadOnlySpan<byte> SubformatTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Interprets a body that starts at byte <paramref name="offset"/> of the file.</summary>
    /// <exception cref="FileFormatException">A field contradicts another or names an encoding that is not supported.</exception>
    public static WavFormat Parse(ReadOnlySpan<byte> body, string file, long offset)
    {
        FileFormatException Refuse(int at, string found, string expected, string remedy)
            => new(file, $"byte {offset + at}", found, expected, remedy);

        if (body.Length < PlainBytes)
            throw Refuse(0, $"a 'fmt ' chunk of {body.Length} bytes", "at least 16", "Export the recording again; its header is cut short.");

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(body);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        var bytesPerFrame = BinaryPrimitives.ReadUInt16LittleEndian(body[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
        uint? mask = null;
        var tagOffset = 0;
        if (tag == ExtensibleTag)
        {
            if (body.Length < MaximumBytes)
                throw Refuse(0, $"an extensible 'fmt ' chunk of {body.Length} bytes", "at least 40", "Export the recording again; its header is cut short.");
            if (!body[26..40].SequenceEqual(SubformatTail))
                throw Refuse(24, "an unknown subformat GUID", "PCM or IEEE float", "Convert the file to PCM or float WAV.");
            mask = BinaryPrimitives.ReadUInt32LittleEndian(body[20..]);
            tag = BinaryPrimitives.ReadUInt16LittleEndian(body[24..]);
            tagOffset = 24;
        }

        if (tag is not (PcmTag or FloatTag))
            throw Refuse(tagOffset, $"format tag 0x{tag:X4} ({NameOf(tag)})", "1 (PCM) or 3 (IEEE float)", "Convert the file to PCM or float WAV.");
        if (channels == 0)
            throw Refuse(2, "0 channels", "1 or more", "Export the recording again; its header is damaged.");
        if (rate is 0 or > int.MaxValue)
            throw Refuse(4, $"a sample rate of {rate} Hz", "1 Hz or more", "Export the recording again; its header is damaged.");
        if (bytesPerFrame % channels != 0)
            throw Refuse(12, $"{bytesPerFrame} bytes per frame for {channels} channels", "a multiple of the channel count", "Export the recording again; its header is damaged.");

        // The container decides: 20 valid bits in three bytes are left-justified, so they read as 24 (WAVEFORMATEXTENSIBLE).
        var container = bytesPerFrame / channels;
        WavEncoding? encoding = (tag, container) switch
        {
            (PcmTag, 1) => WavEncoding.UInt8,
            (PcmTag, 2) => WavEncoding.Int16,
            (PcmTag, 3) => WavEncoding.Int24,
            (PcmTag, 4) => WavEncoding.Int32,
            (FloatTag, 4) => WavEncoding.Float32,
            (FloatTag, 8) => WavEncoding.Float64,
            _ => null,
        };
        if (encoding is null)
            throw Refuse(12, $"{container} bytes per sample", tag == PcmTag ? "1, 2, 3 or 4" : "4 or 8", "Convert the file to 16-, 24- or 32-bit WAV.");
        if (bits == 0 || bits > container * 8 || (tag == FloatTag && bits != container * 8))
            throw Refuse(14, $"{bits} bits in {container} bytes per sample", $"{container * 8}", "Export the recording again; its header is damaged.");
        return new WavFormat((int)rate, channels, encoding.Value, mask);
    }

    /// <summary>The body for a format: 16 bytes, or 40 when it has a channel mask, or 18 for plain float (which must carry an extension size).</summary>
    public static byte[] Compose(WavFormat format)
    {
        var tag = format.IsFloat ? FloatTag : PcmTag;
        var body = new byte[format.ChannelMask is not null ? MaximumBytes : format.IsFloat ? 18 : PlainBytes];
        BinaryPrimitives.WriteUInt16LittleEndian(body, format.ChannelMask is not null ? ExtensibleTag : tag);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)format.Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), (uint)format.SampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(8), (uint)Math.Min((long)format.SampleRateHz * format.BytesPerFrame, uint.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(12), (ushort)format.BytesPerFrame);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(14), (ushort)format.BitsPerSample);
        if (format.ChannelMask is { } mask)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(16), 22);
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(18), (ushort)format.BitsPerSample);
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(20), mask);
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(24), tag);
            SubformatTail.CopyTo(body.AsSpan(26));
        }

        return body;
    }

    private static string NameOf(ushort tag) => tag switch
    {
        0x0002 => "Microsoft ADPCM",
        0x0006 => "A-law",
        0x0007 => "mu-law",
        0x0011 => "IMA ADPCM",
        0x0031 => "GSM 6.10",
        0x0050 => "MPEG",
        0x0055 => "MP3",
        0x0161 => "Windows Media Audio",
        _ => "unknown",
    };
}
