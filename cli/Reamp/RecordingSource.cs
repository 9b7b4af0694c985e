using NamPlugin.Cli.AudioFiles;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Reamp;

/// <summary>A recording as the rig will hear it: the chosen channels, silence behind the end.</summary>
internal sealed unsafe class RecordingSource : IRecordingSource
{
    private readonly AudioFileReader _reader;
    private readonly ChannelChoice _choice;
    private readonly PlaneBlock _block;

    /// <summary>Opens a recording.</summary>
    /// <param name="reader">Owned from here on.</param>
    /// <param name="choice">Which channels are played.</param>
    public RecordingSource(AudioFileReader reader, ChannelChoice choice)
    {
        _reader = reader;
        _choice = choice;
        if (choice == ChannelChoice.Right && reader.Format.Sound.Channels < 2)
        {
            reader.Dispose();
            throw new UsageException("--mono right: the recording has only one channel; leave the option out.");
        }

        _block = new PlaneBlock(reader.Format.Sound.Channels);
    }

    /// <summary>Format of the file.</summary>
    public AudioFileFormat Format => _reader.Format;

    /// <summary>Chunks to keep.</summary>
    public IReadOnlyList<WavChunk> Chunks => _reader.Chunks;

    /// <summary>What reading had to say.</summary>
    public IReadOnlyList<string> Warnings => _reader.Warnings;

    /// <inheritdoc/>
    public int SampleRateHz => _reader.Format.Sound.SampleRateHz;

    /// <inheritdoc/>
    public long Frames => _reader.Frames;

    /// <inheritdoc/>
    public int Channels => _choice == ChannelChoice.Dual ? _reader.Format.Sound.Channels : 1;

    /// <inheritdoc/>
    public void Read(PlaneBlock target, int frames)
    {
        _block.ClearFrom(_reader.Read(_block.Planes, frames));
        switch (_choice)
        {
            case ChannelChoice.Dual:
                for (var channel = 0; channel < _block.Channels; channel++)
                    _block[channel][..frames].CopyTo(target[channel]);
                break;
            case ChannelChoice.Left:
                _block[0][..frames].CopyTo(target[0]);
                break;
            case ChannelChoice.Right:
                _block[1][..frames].CopyTo(target[0]);
                break;
            case ChannelChoice.Mix:
                Mix(target[0], frames);
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _block.Dispose();
    }

    private void Mix(Span<float> target, int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < _block.Channels; channel++)
                sum += _block[channel][frame];
            target[frame] = (float)(sum / _block.Channels);
        }
    }
}
