using System.Collections.Immutable;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// Decides where everything of a network's state lies in one block: write positions, rings, chunk buffers and whatever steps ask for.
/// Chunk buffers are reused as soon as their last reader is done, so that a deep network works on a few cache-warm planes.
/// </summary>
internal sealed class StateLayout
{
    private const int FloatsPerCacheLine = 16;

    private readonly SignalSlot[] _slots;
    private readonly int[] _offsets;
    private int _floats;

    public StateLayout(LayerPlan plan)
    {
        Reserve(SignalSlot.IndexCount(plan.Signals.Length));
        PositionBytes = StateBytes;
        _slots = new SignalSlot[plan.Signals.Length];
        _offsets = new int[plan.Signals.Length];
        foreach (var signal in plan.Signals)
        {
            if (signal.HistorySamples > 0)
                _slots[signal.Index] = SignalSlot.Place(Reserve(signal.Channels * SignalSlot.StrideFor(signal.HistorySamples)), signal.Channels, signal.HistorySamples, signal.Index);
        }

        PlaceChunkBuffers(plan);
    }

    /// <summary>Size of the positions at the start of a state block.</summary>
    public int PositionBytes { get; }

    /// <summary>Size of a state block.</summary>
    public int StateBytes => _floats * sizeof(float);

    /// <summary>Where a signal lives.</summary>
    public SignalSlot this[Signal signal] => _slots[signal.Index];

    /// <summary>Where those of the signals live that are rings, or that have a history which is none.</summary>
    public SignalSlot[] HistoriesOf(ImmutableArray<Signal> signals, bool rings)
    {
        var histories = new List<SignalSlot>(signals.Length);
        foreach (var signal in signals)
        {
            if (signal.HistorySamples > 0 && this[signal].IsRing == rings)
                histories.Add(this[signal]);
        }

        return [.. histories];
    }

    /// <summary>Sets floats aside, aligned to a cache line, and returns their offset in floats.</summary>
    public int Reserve(int floats)
    {
        var offset = _floats;
        _floats = checked(_floats + (floats + FloatsPerCacheLine - 1) / FloatsPerCacheLine * FloatsPerCacheLine);
        return offset;
    }

    // Linear scan: a buffer is taken at a signal's first write and given back after its last use.
    private void PlaceChunkBuffers(LayerPlan plan)
    {
        var lastUse = LastUses(plan);
        var free = new List<(int Offset, int Channels)>();
        var placed = new bool[plan.Signals.Length];
        Take(plan.Input);
        for (var step = 0; step < plan.Operations.Length; step++)
        {
            var operation = plan.Operations[step];
            Take(operation.Destination);
            Take(operation.Sum);
            for (var source = 0; source < operation.SourceCount; source++)
                GiveBack(operation.SourceAt(source), step);
            GiveBack(operation.Destination, step);
            GiveBack(operation.Sum, step);
        }

        void Take(Signal? signal)
        {
            if (signal is null || signal.HistorySamples > 0 || placed[signal.Index])
                return;
            placed[signal.Index] = true;
            var offset = Reuse(free, signal.Channels) ?? Reserve(signal.Channels * SignalSlot.StrideFor(historySamples: 0));
            _offsets[signal.Index] = offset;
            _slots[signal.Index] = SignalSlot.Place(offset, signal.Channels, historySamples: 0, signal.Index);
        }

        // An operation may name a signal twice; it is given back once.
        void GiveBack(Signal? signal, int step)
        {
            if (signal is null || signal.HistorySamples > 0 || lastUse[signal.Index] != step)
                return;
            lastUse[signal.Index] = -1;
            free.Add((_offsets[signal.Index], signal.Channels));
        }
    }

    // The one given back last, which is the warmest.
    private static int? Reuse(List<(int Offset, int Channels)> free, int channels)
    {
        for (var index = free.Count - 1; index >= 0; index--)
        {
            if (free[index].Channels != channels)
                continue;
            var offset = free[index].Offset;
            free.RemoveAt(index);
            return offset;
        }

        return null;
    }

    private static int[] LastUses(LayerPlan plan)
    {
        var lastUse = new int[plan.Signals.Length];
        for (var step = 0; step < plan.Operations.Length; step++)
        {
            var operation = plan.Operations[step];
            for (var source = 0; source < operation.SourceCount; source++)
                lastUse[operation.SourceAt(source).Index] = step;
            if (operation.Destination is { } destination)
                lastUse[destination.Index] = step;
            if (operation.Sum is { } sum)
                lastUse[sum.Index] = step;
        }

        lastUse[plan.Output.Index] = plan.Operations.Length;
        return lastUse;
    }
}
