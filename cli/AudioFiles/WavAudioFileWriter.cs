using NamPlugin.Cli.Files;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>WAV, and RF64 beyond 4 GiB.</summary>
internal sealed unsafe class WavAudioFileWriter : AudioFileWriter
{
    private readonly FileStream _stream;
    private readonly WavWriter _writer;

    public WavAudioFileWriter(TemporaryFile file, WavFormat format, AudioFileWriterOptions options)
        : base(file)
    {
        _stream = new FileStream(file.Path, FileMode.Create, FileAccess.Write);
        try
        {
            _writer = new WavWriter(_stream, format, options.Chunks, options.Frames, options.Dither);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override SampleLevels Levels => _writer.Levels;

    public override void Write(float** planes, int frames) => _writer.Write(planes, frames);

    protected override void Close(bool isComplete)
    {
        if (isComplete)
            _writer.Finish();
        _stream.Dispose();
    }
}
