using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// One channel of a stream from one rate to another: samples are pushed in, and as many as depend on nothing later can be pulled out. Places in
/// time are whole numbers on the grid of the two rates, so nothing drifts, and each output is the same sum however the stream is cut.
/// </summary>
public sealed unsafe class PolyphaseResampler : IDisposable
{
    private readonly PolyphaseTable _table;
    private readonly SlidingHistory _history;
    private readonly long _firstEdge;
    private long _behind;
    private int _phase;

    /// <summary>Makes room for one channel. [main-thread]</summary>
    /// <param name="table">The filter; it must outlive this object.</param>
    /// <param name="delaySteps">
    /// How much later outputs come than they would in the same place in time, in steps of the grid: 0 keeps each output in its place (then it
    /// waits for <see cref="PolyphaseTable.Reach"/> steps of later input), the reach itself makes the filter causal.
    /// </param>
    /// <param name="blockSamples">The longest block that is pushed at once.</param>
    public PolyphaseResampler(PolyphaseTable table, long delaySteps, int blockSamples)
    {
        _table = table;
        _firstEdge = table.Reach - delaySteps;
        _history = new SlidingHistory(table.PastSamples + blockSamples, blockSamples);
        Reset();
    }

    /// <summary>How many outputs depend only on what has been pushed. [audio-thread]</summary>
    public int Available
    {
        get
        {
            var reachable = (_behind * _table.Ratio.Up) + _table.Ratio.Up - 1 - _phase;
            return reachable < 0 ? 0 : (int)(reachable / _table.Ratio.Down) + 1;
        }
    }

    /// <summary>Begins a new stream after an endless constant, silence unless told otherwise. [audio-thread]</summary>
    public void Reset(float past = 0)
    {
        _history.Reset(past);
        // The edge is the grid step up to which an output looks; split into the sample at or before it and the steps beyond that sample.
        var sample = Math.DivRem(_firstEdge, _table.Ratio.Up, out var phase);
        if (phase < 0)
        {
            phase += _table.Ratio.Up;
            sample--;
        }

        _phase = (int)phase;
        _behind = -1 - sample;
    }

    /// <summary>
    /// Takes a block in. Outputs may be left for later as long as the first of them looks back from a sample within the last block.
    /// [audio-thread]
    /// </summary>
    public void Push(float* block, int count)
    {
        _history.Append(block, count);
        _behind += count;
    }

    /// <summary>Gives out the next outputs, at most <see cref="Available"/>. [audio-thread]</summary>
    public void Pull(float* output, int count)
    {
        var newest = _history.Newest;
        var wholeStep = _table.Ratio.Down / _table.Ratio.Up;
        var phaseStep = _table.Ratio.Down % _table.Ratio.Up;
        for (var n = 0; n < count; n++)
        {
            output[n] = _table.Sum(newest - _behind, _phase);
            _behind -= wholeStep;
            _phase += phaseStep;
            if (_phase >= _table.Ratio.Up)
            {
                _phase -= _table.Ratio.Up;
                _behind--;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _history.Dispose();
}
