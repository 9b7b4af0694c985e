using System.Buffers.Binary;
using System.Text;
using NamPlugin.Dsp.Formats.Samples;

namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>
/// Streams planes of floats into a WAV file, with the chunks of another file around them if wanted. A file that outgrows 4 GiB becomes RF64
/// (EBU Tech 3306): the room for the 64-bit sizes is reserved as a <c>JUNK</c> chunk, unless the length announced beforehand shows it is not needed.
/// What was read from a well-formed file and is written unchanged in the same encoding gives the same file, byte for byte.
/// The stream stays open; whoever made it decides whether the file is kept. [main-thread]
/// </summary>
public sealed unsafe class WavWriter
{
    private const int Ds64Bytes = 28;

    private readonly Stream _stream;
    private readonly WavFormat _format;
    private readonly IReadOnlyList<WavChunk> _chunks;
    private readonly IntegerQuantizer _quantizer;
    private readonly byte[] _buffer;
    private readonly int[] _integers;
    private readonly bool _hasSlot;
    private readonly int _slotBytes = Ds64Bytes;
    private readonly long _dataSizeOffset;
    private long _factOffset = -1;
    private bool _finished;

    /// <summary>Writes everything that stands ahead of the sound.</summary>
    /// <param name="stream">A writable stream that can seek, positioned at 0.</param>
    /// <param name="format">Rate, channels and encoding of the new file.</param>
    /// <param name="chunks">Chunks to keep, as <see cref="WavReader.Chunks"/> has them.</param>
    /// <param name="frames">Length to come, if known.</param>
    /// <param name="dither">Dither for 8, 16 and 24 bits; <see langword="null"/> rounds plainly, which returns integers of the same width unchanged.</param>
    /// <exception cref="ArgumentException">The stream cannot seek, or the format cannot be written (no channels, or frames over 65535 bytes).</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public WavWriter(Stream stream, WavFormat format, IReadOnlyList<WavChunk>? chunks = null, long? frames = null, TpdfDither? dither = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        if (!stream.CanSeek || stream.Position != 0)
            throw new ArgumentException("A WAV file is written to the start of a stream that can seek: its sizes are filled in at the end.", nameof(stream));
        if (format.Channels < 1 || format.SampleRateHz < 1 || format.BytesPerFrame > ushort.MaxValue)
            throw new ArgumentException($"A WAV file cannot hold {format.Channels} channels of {format.BytesPerSample} bytes at {format.SampleRateHz} Hz.", nameof(format));

        _stream = stream;
        _format = format;
        _chunks = chunks ?? [];
        if (!format.IsFloat)
            _quantizer = new IntegerQuantizer(format.BitsPerSample, dither);
        var framesPerBuffer = Math.Max(1, 65536 / format.BytesPerFrame);
        _buffer = new byte[framesPerBuffer * format.BytesPerFrame];
        _integers = format.IsFloat ? [] : new int[framesPerBuffer * format.Channels];

        WriteHeader("RIFF", 0);
        _stream.Write("WAVE"u8);

        // A recorder's own filler at the front serves as the slot, so that it does not grow from one pass to the next.
        if (_chunks.Count > 0 && _chunks[0] is { Id: WavChunk.JunkId, Placement: WavChunkPlacement.BeforeFormat, Payload.Length: >= Ds64Bytes } junk)
        {
            _hasSlot = true;
            _slotBytes = junk.Payload.Length;
        }
        else if (frames is not { } known || known < 0 || FormBytes(known) >= uint.MaxValue)
        {
            _hasSlot = true;
            WriteChunk(new WavChunk(WavChunk.JunkId, new byte[Ds64Bytes], WavChunkPlacement.BeforeFormat));
        }

        WriteChunks(WavChunkPlacement.BeforeFormat);
        WriteChunk(new WavChunk("fmt ", WavFmtChunk.Compose(format), WavChunkPlacement.BeforeFormat));
        WriteChunks(WavChunkPlacement.BeforeData);
        if (NeedsOwnFact)
        {
            _factOffset = _stream.Position + 8;
            WriteChunk(new WavChunk(WavChunk.FactId, new byte[4], WavChunkPlacement.BeforeData));
        }

        _dataSizeOffset = _stream.Position + 4;
        WriteHeader("data", 0);
    }

    /// <summary>Frames written so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Peak, samples beyond full scale and samples that are no numbers, of everything written so far.</summary>
    public SampleLevels Levels { get; } = new();

    private long DataBytes => Frames * _format.BytesPerFrame;

    private bool NeedsOwnFact
    {
        get
        {
            foreach (var chunk in _chunks)
            {
                if (chunk is { Id: WavChunk.FactId, Payload.Length: >= 4 })
                    return false;
            }

            return _format.IsFloat;
        }
    }

    /// <summary>Appends <c>planes[channel][time]</c>. The bytes do not depend on how the sound is split into calls.</summary>
    /// <param name="planes">One pointer per channel.</param>
    /// <param name="frames">Samples in each plane.</param>
    /// <exception cref="InvalidOperationException">
    /// The file is finished already, or grows beyond 4 GiB although a shorter length was announced.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(float** planes, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        if (_finished)
            throw new InvalidOperationException("The file is finished.");
        if (!_hasSlot && FormBytes(Frames + frames) >= uint.MaxValue)
            throw new InvalidOperationException("The file grows beyond 4 GiB, but its announced length left no room for 64-bit sizes.");

        for (var channel = 0; channel < _format.Channels; channel++)
            Levels.Add(new ReadOnlySpan<float>(planes[channel], frames));
        var framesPerBuffer = _buffer.Length / _format.BytesPerFrame;
        fixed (byte* bytes = _buffer)
        {
            for (var done = 0; done < frames;)
            {
                var count = Math.Min(frames - done, framesPerBuffer);
                if (_format.IsFloat)
                {
                    WavSampleCodec.EncodeFloat(_format, planes, done, count, bytes);
                }
                else
                {
                    var integers = _integers.AsSpan(0, count * _format.Channels);
                    _quantizer.Quantize(planes, done, count, _format.Channels, Frames, integers);
                    WavSampleCodec.PackIntegers(_format.Encoding, integers, bytes);
                }

                WriteSound(_buffer.AsSpan(0, count * _format.BytesPerFrame));
                Frames += count;
                done += count;
            }
        }
    }

    /// <summary>Writes the chunks that stand behind the sound and fills in the sizes. Without this call the file is an unfinished recording.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Finish()
    {
        if (_finished)
            return;
        _finished = true;
        if ((DataBytes & 1) != 0)
            _stream.WriteByte(0);
        WriteChunks(WavChunkPlacement.AfterData);
        var end = _stream.Position;
        if (_factOffset >= 0)
            PatchSize(_factOffset, Frames);
        PatchSize(4, end - 8);
        PatchSize(_dataSizeOffset, DataBytes);
        if (end - 8 >= uint.MaxValue)
            TurnIntoRf64(end - 8);
        _stream.Position = end;
        _stream.Flush();
    }

    /// <summary>Size field of the form for a given length, without the slot.</summary>
    private long FormBytes(long frames)
    {
        var data = (decimal)frames * _format.BytesPerFrame;
        if (data > long.MaxValue / 2)
            return long.MaxValue / 2;
        var bytes = 4L + 8 + WavFmtChunk.Compose(_format).Length + 8 + (long)data + ((long)data & 1);
        foreach (var chunk in _chunks)
            bytes += chunk.StoredBytes;
        return NeedsOwnFact ? bytes + 12 : bytes;
    }

    private void TurnIntoRf64(long formBytes)
    {
        _stream.Position = 0;
        _stream.Write("RF64"u8);
        _stream.Position = 12;
        var ds64 = new byte[_slotBytes];
        BinaryPrimitives.WriteInt64LittleEndian(ds64, formBytes);
        BinaryPrimitives.WriteInt64LittleEndian(ds64.AsSpan(8), DataBytes);
        BinaryPrimitives.WriteInt64LittleEndian(ds64.AsSpan(16), Frames);
        WriteHeader("ds64", (uint)_slotBytes);
        _stream.Write(ds64);

        // In RF64 the 32-bit data size always refers to the 64-bit one, even where it would fit.
        PatchSize(_dataSizeOffset, uint.MaxValue);
    }

    private void WriteChunks(WavChunkPlacement placement)
    {
        foreach (var chunk in _chunks)
        {
            if (chunk.Placement != placement)
                continue;
            if (chunk is { Id: WavChunk.FactId, Payload.Length: >= 4 })
                _factOffset = _stream.Position + 8;
            WriteChunk(chunk);
        }
    }

    private void WriteChunk(WavChunk chunk)
    {
        WriteHeader(chunk.Id, (uint)chunk.Payload.Length);
        _stream.Write(chunk.Payload.Span);
        if ((chunk.Payload.Length & 1) != 0)
            _stream.WriteByte(0);
    }

    private void WriteHeader(string id, uint size)
    {
        Span<byte> header = stackalloc byte[8];
        Encoding.Latin1.GetBytes(id, header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], size);
        _stream.Write(header);
    }

    // A file system's own limit, such as the 4 GiB of FAT, reaches us as a wrong argument.
    private void WriteSound(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new IOException("The file has grown larger than its file system allows.", exception);
        }
    }

    private void PatchSize(long offset, long size)
    {
        Span<byte> field = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(field, (uint)Math.Min(size, uint.MaxValue));
        _stream.Position = offset;
        _stream.Write(field);
    }
}
