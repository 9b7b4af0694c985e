namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>
/// Streams the sound of a WAV, RF64 or BW64 file into planes of floats and keeps every chunk it does not need, so that a writer can put them back.
/// Integers of n bits are divided by 2^(n-1): full scale is [-1, 1). 8, 16 and 24 bits and 32-bit floats arrive exactly; 32-bit integers and doubles
/// are rounded to a float. [main-thread]
/// </summary>
public sealed unsafe class WavReader : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly WavLayout _layout;
    private readonly byte[] _buffer;
    private long _position;

    /// <summary>Reads the structure of a file; the sound follows with <see cref="Read"/>.</summary>
    /// <param name="stream">A stream that can seek (chunks may stand behind the sound).</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="leaveOpen">Whether the stream outlives this reader.</param>
    /// <exception cref="FileFormatException">The file is not WAV, is damaged ahead of its sound, or holds an encoding other than PCM and IEEE float.</exception>
    public WavReader(Stream stream, string file, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _leaveOpen = leaveOpen;
        _layout = WavLayout.Read(stream, file);
        Format = _layout.Format!;
        Frames = _layout.DataBytes / Format.BytesPerFrame;
        _buffer = new byte[Format.BytesPerFrame * Math.Max(1, 65536 / Format.BytesPerFrame)];
    }

    /// <summary>Rate, channels and encoding.</summary>
    public WavFormat Format { get; }

    /// <summary>Length of the sound in frames; of a file that is cut short, what is there.</summary>
    public long Frames { get; }

    /// <summary>Every chunk but <c>fmt </c>, <c>data</c> and <c>ds64</c>, byte for byte and in order.</summary>
    public IReadOnlyList<WavChunk> Chunks => _layout.Chunks;

    /// <summary>What is wrong with the file though it can be read, as sentences for the user.</summary>
    public IReadOnlyList<string> Warnings => _layout.Warnings;

    /// <summary>The frame that the next <see cref="Read"/> starts with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 0 or more than <see cref="Frames"/>.</exception>
    public long PositionFrames
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Frames);
            _position = value;
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileFormatException">As for the constructor; also a pipe or a device.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static WavReader Open(string path)
    {
        RegularFile.Require(path, "a WAV file");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new WavReader(stream, path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next frames into <c>planes[channel][time]</c>.</summary>
    /// <param name="planes">One pointer per channel, each with room for <paramref name="frames"/> samples.</param>
    /// <param name="frames">How many to read at most.</param>
    /// <returns>How many were read; fewer than asked for only at the end, 0 behind it.</returns>
    /// <exception cref="IOException">The file cannot be read, or became shorter since it was opened.</exception>
    public int Read(float** planes, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        var wanted = (int)Math.Min(frames, Frames - _position);
        var bytesPerFrame = Format.BytesPerFrame;
        _stream.Position = _layout.DataStart + (_position * bytesPerFrame);
        fixed (byte* bytes = _buffer)
        {
            for (var done = 0; done < wanted;)
            {
                var count = Math.Min(wanted - done, _buffer.Length / bytesPerFrame);
                _stream.ReadExactly(_buffer, 0, count * bytesPerFrame);
                WavSampleCodec.Decode(Format, bytes, planes, done, count);
                done += count;
            }
        }

        _position += wanted;
        return wanted;
    }

    /// <summary>Closes the stream, unless it was to be left open.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }
}
