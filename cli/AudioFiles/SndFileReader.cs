using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>FLAC and AIFF through libsndfile. Integers are fetched as integers, so that up to 24 bits arrive exactly.</summary>
internal sealed unsafe class SndFileReader : AudioFileReader
{
    private const int BlockFrames = 4096;
    private const float IntegerScale = 1f / 2147483648f;

    private readonly SndFileLibrary _library;
    private readonly string _path;
    private readonly NativeBuffer<int> _interleaved;
    private nint _file;
    private long _position;

    public SndFileReader(SndFileLibrary library, string path, AudioContainer container)
    {
        _library = library;
        _path = path;
        var info = default(SndFileInfo);
        _file = library.Open(path, forWriting: false, ref info);
        if (_file == 0)
            throw Refuse(library.DescribeError(0), "Check that the file plays elsewhere; export it again if not.");
        _interleaved = new NativeBuffer<int>(BlockFrames * Math.Max(1, info.Channels));
        try
        {
            if (info.Encoding is not { } encoding)
                throw Refuse($"an encoding other than PCM and float (0x{info.Format:X})", "Convert the file to PCM.");
            Format = new AudioFileFormat(container, new WavFormat(info.SampleRateHz, info.Channels, encoding));

            // A FLAC stream may leave its length open; then it is counted.
            Frames = info.Frames is > 0 and < long.MaxValue ? info.Frames : CountFrames();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override AudioFileFormat Format { get; }

    public override long Frames { get; }

    public override int Read(float** planes, int frames)
    {
        var wanted = (int)Math.Min(frames, Frames - _position);
        for (var done = 0; done < wanted;)
        {
            var count = ReadBlock(Math.Min(BlockFrames, wanted - done));
            if (count == 0)
                throw Refuse($"the end of the sound after {_position + done} of {Frames} frames", "The file is damaged; copy or export it again.");
            Deinterleave(planes, done, count);
            done += count;
        }

        _position += wanted;
        return wanted;
    }

    public override void Dispose()
    {
        if (_file == 0)
            return;
        _library.Close(_file);
        _file = 0;
        _interleaved.Dispose();
    }

    private FileFormatException Refuse(string found, string remedy)
        => new(_path, string.Empty, found, "a whole FLAC or AIFF file", remedy);

    private int ReadBlock(int frames)
        => (int)(Format.Sound.IsFloat ? _library.Read(_file, (float*)_interleaved.Pointer, frames) : _library.Read(_file, _interleaved.Pointer, frames));

    private long CountFrames()
    {
        var frames = 0L;
        for (int count; (count = ReadBlock(BlockFrames)) > 0;)
            frames += count;
        if (_library.HasFailed(_file) || !_library.Rewind(_file))
            throw Refuse(_library.DescribeError(_file), "The file is damaged; copy or export it again.");
        return frames;
    }

    private void Deinterleave(float** planes, int start, int frames)
    {
        var channels = Format.Sound.Channels;
        var floats = (float*)_interleaved.Pointer;
        for (var channel = 0; channel < channels; channel++)
        {
            var plane = planes[channel] + start;
            if (Format.Sound.IsFloat)
            {
                for (var i = 0; i < frames; i++)
                    plane[i] = floats[(i * channels) + channel];
            }
            else
            {
                for (var i = 0; i < frames; i++)
                    plane[i] = _interleaved.Pointer[(i * channels) + channel] * IntegerScale;
            }
        }
    }
}
