using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>WAV, RF64 and BW64.</summary>
internal sealed unsafe class WavAudioFileReader : AudioFileReader
{
    private readonly WavReader _reader;

    public WavAudioFileReader(string path)
    {
        _reader = WavReader.Open(path);
        Format = new AudioFileFormat(AudioContainer.Wav, _reader.Format);
    }

    public override AudioFileFormat Format { get; }

    public override long Frames => _reader.Frames;

    public override IReadOnlyList<WavChunk> Chunks => _reader.Chunks;

    public override IReadOnlyList<string> Warnings => _reader.Warnings;

    public override int Read(float** planes, int frames) => _reader.Read(planes, frames);

    public override void Dispose() => _reader.Dispose();
}
