using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>FLAC and AIFF through libsndfile. Rounding and dither are ours, the same as for WAV; the library gets finished integers.</summary>
internal sealed unsafe class SndFileWriter : AudioFileWriter
{
    private const int BlockFrames = 4096;

    private readonly SndFileLibrary _library;
    private readonly string _path;
    private readonly WavFormat _sound;
    private readonly IntegerQuantizer _quantizer;
    private readonly NativeBuffer<int> _interleaved;
    private nint _file;
    private long _frames;

    public SndFileWriter(SndFileLibrary library, AtomicFile file, string path, AudioFileFormat format, AudioFileWriterOptions options)
        : base(file)
    {
        _library = library;
        _path = path;
        _sound = format.Sound;
        if (format.Container == AudioContainer.Flac && (_sound.IsFloat || _sound.BitsPerSample > 24))
            throw new FileFormatException(path, string.Empty, $"{_sound.BitsPerSample}-bit {(_sound.IsFloat ? "float" : "integer")} samples for FLAC", "integers of 8, 16 or 24 bits", "Choose 24 bits, or write WAV.");
        var info = SndFileInfo.ForWriting(format);
        file.Stream.Dispose();
        _file = library.Open(file.TemporaryPath, forWriting: true, ref info);
        if (_file == 0)
            throw new FileFormatException(path, string.Empty, library.DescribeError(0), $"a format and folder that {format.Container.ToString().ToUpperInvariant()} can be written to", "Choose another format or folder.");

        if (!_sound.IsFloat)
            _quantizer = new IntegerQuantizer(_sound.BitsPerSample, options.Dither);
        _interleaved = new NativeBuffer<int>(BlockFrames * _sound.Channels);
    }

    public override SampleLevels Levels { get; } = new();

    public override void Write(float** planes, int frames)
    {
        for (var channel = 0; channel < _sound.Channels; channel++)
            Levels.Add(new ReadOnlySpan<float>(planes[channel], frames));
        for (var done = 0; done < frames;)
        {
            var count = Math.Min(BlockFrames, frames - done);
            var written = _sound.IsFloat ? WriteFloats(planes, done, count) : WriteIntegers(planes, done, count);
            if (written != count)
                throw new IOException($"{_path}: {_library.DescribeError(_file)}");
            done += count;
            _frames += count;
        }
    }

    protected override void Close(bool isComplete)
    {
        if (_file == 0)
            return;
        var result = _library.Close(_file);
        _file = 0;
        _interleaved.Dispose();
        if (isComplete && result != 0)
            throw new IOException($"{_path}: the file could not be completed (libsndfile error {result}).");
    }

    private long WriteIntegers(float** planes, int start, int frames)
    {
        var samples = _interleaved.Span[..(frames * _sound.Channels)];
        _quantizer.Quantize(planes, start, frames, _sound.Channels, _frames, samples);
        foreach (ref var sample in samples)
            sample <<= 32 - _sound.BitsPerSample;
        return _library.Write(_file, _interleaved.Pointer, frames);
    }

    private long WriteFloats(float** planes, int start, int frames)
    {
        var floats = (float*)_interleaved.Pointer;
        for (var channel = 0; channel < _sound.Channels; channel++)
        {
            for (var i = 0; i < frames; i++)
                floats[(i * _sound.Channels) + channel] = planes[channel][start + i];
        }

        return _library.Write(_file, floats, frames);
    }
}
