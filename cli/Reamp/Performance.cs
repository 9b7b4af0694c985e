using NamPlugin.Dsp.Chain;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Plays a recording through a player from the first frame to the last: width changes at their frames, the player's latency taken out,
/// the tail let ring if wanted.
/// </summary>
internal sealed unsafe class Performance : IDisposable
{
    private readonly IRecordingSource _source;
    private readonly IRecordingPlayer _player;
    private readonly IReadOnlyList<(long Frame, double Width)> _schedule;
    private readonly PlaneBlock _input;
    private readonly PlaneBlock _output;
    private readonly FiniteGuard _guard = new();

    /// <summary>Prepares to play.</summary>
    /// <param name="source">Borrowed.</param>
    /// <param name="player">Borrowed.</param>
    /// <param name="schedule">Frames and widths, ascending, the first at frame 0.</param>
    /// <param name="frames">Length of the result.</param>
    public Performance(IRecordingSource source, IRecordingPlayer player, IReadOnlyList<(long Frame, double Width)> schedule, long frames)
    {
        _source = source;
        _player = player;
        _schedule = schedule;
        Frames = frames;
        _input = new PlaneBlock(player.InputChannels);
        _output = new PlaneBlock(player.OutputChannels);
    }

    /// <summary>Receives the result, y[channel][time], block by block.</summary>
    public delegate void Sink(float** planes, int frames);

    /// <summary>Length of the result.</summary>
    public long Frames { get; }

    /// <summary>Samples of the recording that were no numbers and counted as silence.</summary>
    public long ReplacedSamples => _guard.ReplacedSamples;

    /// <summary>Plays everything.</summary>
    /// <param name="sink">Receives the result.</param>
    /// <param name="progress">Receives the number of frames done, now and then.</param>
    /// <param name="cancellation">Ends it between two blocks.</param>
    public void Play(Sink sink, Action<long> progress, CancellationToken cancellation)
    {
        _player.SetWidth(_schedule[0].Width);
        _player.Reset();
        var next = 1;
        var latency = _player.LatencySamples;
        var planes = stackalloc float*[_output.Channels];
        for (long start = 0; start < Frames + latency; start += PlaneBlock.Frames)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(PlaneBlock.Frames, Frames + latency - start);
            _source.Read(_input, count);
            for (var channel = 0; channel < _input.Channels; channel++)
                _guard.Process(_input.Planes[channel], count);
            ProcessBlock(start, count, ref next);

            var late = (int)Math.Clamp(latency - start, 0, count);
            for (var channel = 0; channel < _output.Channels; channel++)
                planes[channel] = _output.Planes[channel] + late;
            sink(planes, count - late);
            progress(Math.Max(0, start + count - latency));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    // Cuts the block where the width changes.
    private void ProcessBlock(long start, int count, ref int next)
    {
        var inputs = stackalloc float*[_input.Channels];
        var outputs = stackalloc float*[_output.Channels];
        for (var done = 0; done < count;)
        {
            while (next < _schedule.Count && _schedule[next].Frame <= start + done)
                _player.SetWidth(_schedule[next++].Width);
            var end = next < _schedule.Count ? (int)Math.Min(count, _schedule[next].Frame - start) : count;
            for (var channel = 0; channel < _input.Channels; channel++)
                inputs[channel] = _input.Planes[channel] + done;
            for (var channel = 0; channel < _output.Channels; channel++)
                outputs[channel] = _output.Planes[channel] + done;
            _player.Process(inputs, outputs, end - done);
            done = end;
        }
    }
}
