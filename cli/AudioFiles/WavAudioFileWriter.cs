using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>WAV, and RF64 beyond 4 GiB.</summary>
internal sealed unsafe class WavAudioFileWriter : AudioFileWriter
{
    private readonly WavWriter _writer;

    public WavAudioFileWriter(AtomicFile file, string path, WavFormat format, AudioFileWriterOptions options)
        : base(file)
    {
        if (format.BytesPerFrame > ushort.MaxValue)
            throw new FileFormatException(path, string.Empty, $"{format.Channels} channels of {format.BytesPerSample} bytes", $"frames of at most {ushort.MaxValue} bytes for WAV", "Choose fewer bits, or split the channels into several files.");
        _writer = new WavWriter(file.Stream, format, options.Chunks, options.Frames, options.Dither);
    }

    public override SampleLevels Levels => _writer.Levels;

    public override void Write(float** planes, int frames) => _writer.Write(planes, frames);

    protected override void Close(bool isComplete)
    {
        if (isComplete)
            _writer.Finish();
    }
}
