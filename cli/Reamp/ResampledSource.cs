using NamPlugin.Dsp.Resampling;

namespace NamPlugin.Cli.Reamp;

/// <summary>A recording at another rate, every sample in its place in time.</summary>
internal sealed unsafe class ResampledSource : IRecordingSource
{
    private readonly IRecordingSource _source;
    private readonly Resampler _resampler;
    private readonly PolyphaseResampler[] _channels;
    private readonly PlaneBlock _block;

    /// <summary>Wraps a source, which is owned from here on.</summary>
    public ResampledSource(IRecordingSource source, int sampleRateHz)
    {
        _source = source;
        _resampler = new Resampler(source.SampleRateHz, sampleRateHz);
        _channels = new PolyphaseResampler[source.Channels];
        for (var channel = 0; channel < _channels.Length; channel++)
            _channels[channel] = _resampler.OpenStream(PushFrames);
        _block = new PlaneBlock(source.Channels);
        SampleRateHz = sampleRateHz;
    }

    /// <inheritdoc/>
    public int SampleRateHz { get; }

    /// <inheritdoc/>
    public long Frames => (_source.Frames * _resampler.Ratio.Up + _resampler.Ratio.Down - 1) / _resampler.Ratio.Down;

    /// <inheritdoc/>
    public int Channels => _source.Channels;

    // Small pushes, so that what becomes available always fits the caller's block.
    private static int PushFrames => 256;

    /// <inheritdoc/>
    public void Read(PlaneBlock target, int frames)
    {
        for (var done = 0; done < frames;)
        {
            var count = Math.Min(_channels[0].Available, frames - done);
            for (var channel = 0; channel < _channels.Length; channel++)
                _channels[channel].Pull(target.Planes[channel] + done, count);
            done += count;
            if (done == frames)
                return;
            _source.Read(_block, PushFrames);
            for (var channel = 0; channel < _channels.Length; channel++)
                _channels[channel].Push(_block.Planes[channel], PushFrames);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _block.Dispose();
        foreach (var channel in _channels)
            channel.Dispose();
        _resampler.Dispose();
    }
}
