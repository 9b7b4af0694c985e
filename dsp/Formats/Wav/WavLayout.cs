using System.Buffers.Binary;
using System.Text;

namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>
/// Finds the parts of a WAV file: format, sound and every other chunk. Knows RIFF (Microsoft and IBM, 1991), RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088),
/// and the ways in which recorders leave their files behind: sizes never filled in, data cut short, odd chunks without padding.
/// </summary>
internal sealed class WavLayout
{
    /// <summary>Metadata larger than this is refused: it is kept in memory.</summary>
    public const long MaximumChunkBytes = 256L << 20;

    /// <summary>More chunks than this are refused: no real file comes near.</summary>
    public const int MaximumChunks = 4096;

    private const uint Unknown32 = uint.MaxValue;

    private readonly Stream _stream;
    private readonly string _file;
    private readonly long _length;
    private readonly List<WavChunk> _chunks = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<string, long> _sizes64 = new(StringComparer.Ordinal);
    private long? _riffEnd;
    private bool _is64;
    private long _keptBytes;

    private WavLayout(Stream stream, string file)
    {
        _stream = stream;
        _file = file;
        _length = stream.Length;
    }

    public WavFormat? Format { get; private set; }

    public long DataStart { get; private set; } = -1;

    public long DataBytes { get; private set; }

    public IReadOnlyList<WavChunk> Chunks => _chunks;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Walks the whole file.</summary>
    public static WavLayout Read(Stream stream, string file)
    {
        var layout = new WavLayout(stream, file);
        var position = layout.ReadHeader();
        while (position >= 0 && position + 8 <= layout._length && !layout.IsPastTheForm(position))
            position = layout.ReadChunk(position);
        if (layout.Format is null)
            throw layout.Refuse(layout._length, "the end of the file", "a 'fmt ' chunk", "The file holds no sound; export it again.");
        if (layout.DataStart < 0)
            throw layout.Refuse(layout._length, "the end of the file", "a 'data' chunk", "The file holds no sound; export it again.");
        if (position >= 0 && position < layout._length)
            layout._warnings.Add($"{layout._length - position} bytes behind the last chunk are ignored.");
        return layout;
    }

    private FileFormatException Refuse(long offset, string found, string expected, string remedy)
        => new(_file, $"byte {offset}", found, expected, remedy);

    private long ReadHeader()
    {
        Span<byte> header = stackalloc byte[12];
        _stream.Position = 0;
        var got = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < header.Length)
            throw Refuse(0, $"a file of {got} bytes", "a RIFF header of 12 bytes", "Choose a WAV file.");
        var id = Encoding.Latin1.GetString(header[..4]);
        _is64 = id is "RF64" or "BW64";
        if (!_is64 && id != "RIFF")
            throw Refuse(0, Quote(header[..4]), "'RIFF', 'RF64' or 'BW64'", id == "RIFX" ? "Convert the big-endian file to ordinary WAV." : "Choose a WAV file.");
        if (Encoding.Latin1.GetString(header[8..]) != "WAVE")
            throw Refuse(8, Quote(header[8..]), "'WAVE'", "Choose a WAV file; this one is another kind of RIFF file.");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        if (size is not (0 or Unknown32))
            _riffEnd = 8L + size;
        return 12;
    }

    /// <summary>
    /// Whether the form said it would end here. A size that ends ahead of the sound is one that its recorder never corrected, and does not count.
    /// </summary>
    private bool IsPastTheForm(long position)
        => DataStart >= 0 && _riffEnd is { } end && end >= DataStart + DataBytes && position >= end;

    /// <summary>Reads the chunk at <paramref name="position"/> and returns where the next one starts, or -1 when nothing can follow.</summary>
    private long ReadChunk(long position)
    {
        Span<byte> header = stackalloc byte[8];
        _stream.Position = position;
        _stream.ReadExactly(header);
        var id = Encoding.Latin1.GetString(header[..4]);
        var size32 = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var body = position + 8;
        long size64 = 0;
        var isIn64 = _is64 && size32 == Unknown32 && _sizes64.TryGetValue(id, out size64);
        var size = isIn64 ? size64 : size32;
        switch (id)
        {
            case "data" when DataStart < 0:
                return TakeData(body, size, isUnknown: size32 == Unknown32 && size64 == 0);
            case "data":
                throw Refuse(position, "a second 'data' chunk", "one", "Export the recording as an ordinary WAV file.");
            case "fmt " when Format is null:
                TakeFormat(body, size);
                break;
            case "fmt ":
                throw Refuse(position, "a second 'fmt ' chunk", "one", "Export the recording as an ordinary WAV file.");
            case "ds64" when _is64 && position == 12:
                TakeSizes(body, size);
                break;
            default:
                if (!TakeOther(id, body, size))
                    return -1;
                break;
        }

        return SkipPadding(body + size, size);
    }

    private void TakeFormat(long body, long size)
    {
        Span<byte> bytes = stackalloc byte[WavFmtChunk.MaximumBytes];
        bytes = bytes[..(int)Math.Min(Math.Min(size, _length - body), bytes.Length)];
        _stream.ReadExactly(bytes);
        Format = WavFmtChunk.Parse(bytes, _file, body);
    }

    /// <summary>The 64-bit sizes: form, data, frames, then a table for other chunks (EBU Tech 3306, section 3.2).</summary>
    private void TakeSizes(long body, long size)
    {
        const int FixedBytes = 28;
        const int EntryBytes = 12;
        if (size < FixedBytes || body + size > _length)
            throw Refuse(body, $"a 'ds64' chunk of {size} bytes", "at least 28, within the file", "Export the recording again; its header is cut short.");
        Span<byte> bytes = stackalloc byte[FixedBytes];
        _stream.ReadExactly(bytes);
        var riffSize = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (riffSize > 0 && riffSize < long.MaxValue - 8)
            _riffEnd = riffSize + 8;
        _sizes64["data"] = CheckedSize(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), body + 8);
        var entries = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        if (entries > MaximumChunks || FixedBytes + (entries * (long)EntryBytes) > size)
            throw Refuse(body + 24, $"a table of {entries} sizes", "one that fits the 'ds64' chunk", "Export the recording again; its header is damaged.");
        for (var i = 0; i < entries; i++)
        {
            _stream.ReadExactly(bytes[..EntryBytes]);
            _sizes64[Encoding.Latin1.GetString(bytes[..4])] = CheckedSize(BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]), body + FixedBytes + (i * EntryBytes) + 4);
        }
    }

    /// <summary>A 64-bit size as a number that can be added to an offset; recorders that never finished leave -1, which reads as 0.</summary>
    private long CheckedSize(long size, long offset) => size switch
    {
        -1 => 0,
        < 0 or > long.MaxValue / 2 => throw Refuse(offset, $"a size of {(ulong)size} bytes", "one that a file can have", "Export the recording again; its header is damaged."),
        _ => size,
    };

    private long TakeData(long body, long size, bool isUnknown)
    {
        if (Format is null)
            throw Refuse(body - 8, "'data'", "'fmt ' ahead of it", "Export the recording again; its chunks are out of order.");
        DataStart = body;
        var available = _length - body;

        // A size of 0 is meant when the form ends with this file; otherwise the recorder was stopped before it could fill it in.
        if (isUnknown || (size == 0 && available > 0 && _riffEnd != _length))
        {
            _warnings.Add("The recording was never finished: its length is not in the header. Everything up to the end of the file is taken as sound.");
            size = available;
        }
        else if (size > available)
        {
            _warnings.Add($"The sound is cut short: the header promises {size / Format.BytesPerFrame} frames, the file holds {available / Format.BytesPerFrame}.");
            size = available;
        }

        if (size % Format.BytesPerFrame != 0)
            _warnings.Add($"The last frame is incomplete and left out ({size % Format.BytesPerFrame} of {Format.BytesPerFrame} bytes).");
        DataBytes = size;
        return SkipPadding(body + size, size);
    }

    /// <summary>Keeps a chunk; <see langword="false"/> when the file ends within it.</summary>
    private bool TakeOther(string id, long body, long size)
    {
        if (size > _length - body)
        {
            if (DataStart < 0)
                throw Refuse(body - 4, $"a chunk {Quote(Encoding.Latin1.GetBytes(id))} of {size} bytes", $"at most {_length - body}, which is where the file ends", "The file is cut short ahead of its sound; copy or export it again.");
            _warnings.Add($"The chunk {Quote(Encoding.Latin1.GetBytes(id))} behind the sound is cut short and left out.");
            return false;
        }

        _keptBytes += size;
        if (_keptBytes > MaximumChunkBytes)
            throw Refuse(body - 4, $"{_keptBytes} bytes of metadata", $"at most {MaximumChunkBytes}", "Remove the large metadata chunks from the file.");
        if (_chunks.Count == MaximumChunks)
            throw Refuse(body - 8, $"more than {MaximumChunks} chunks", "fewer", "Export the recording again; its structure is damaged.");
        var payload = new byte[size];
        _stream.ReadExactly(payload);
        var placement = DataStart >= 0 ? WavChunkPlacement.AfterData : Format is not null ? WavChunkPlacement.BeforeData : WavChunkPlacement.BeforeFormat;
        _chunks.Add(new WavChunk(id, payload, placement));
        return true;
    }

    /// <summary>
    /// Steps over the padding of an odd chunk. Some writers leave it out: then an identifier starts right here, and none does one byte later.
    /// </summary>
    private long SkipPadding(long end, long size)
    {
        if ((size & 1) == 0 || end >= _length)
            return end;
        Span<byte> next = stackalloc byte[5];
        _stream.Position = end;
        var got = _stream.ReadAtLeast(next, next.Length, throwOnEndOfStream: false);
        if (got < next.Length || !IsIdentifier(next[..4]) || IsIdentifier(next[1..]))
            return end + 1;
        _warnings.Add($"The chunk that ends at byte {end} has an odd size and no padding.");
        return end;
    }

    private static bool IsIdentifier(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    private static string Quote(ReadOnlySpan<byte> id)
        => IsIdentifier(id) ? $"'{Encoding.Latin1.GetString(id)}'" : $"bytes {Convert.ToHexString(id)}";
}
