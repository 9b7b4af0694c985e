using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// Where a signal lives in a state block. A signal without history is one chunk of every channel. A short history lies before the chunk in one piece, and
/// slides back when the chunk is full. A long one is a ring of whole chunks whose first is repeated behind its end. Either way a kernel reads any delayed
/// chunk as one straight run, never tests for a wrap, and full chunks are written aligned.
/// </summary>
internal readonly unsafe struct SignalSlot
{
    /// <summary>Frames a program processes at once. Small enough for a layer's planes to stay in the first-level cache.</summary>
    public const int ChunkFrames = 64;

    /// <summary>The widest register; kernels may read and write this much past a chunk's end.</summary>
    public const int SlackFrames = 16;

    // Sliding costs a copy of the history for every chunk, a ring the copy of one chunk for every turn.
    private const int LongestSlidingFrames = ChunkFrames;

    private readonly int _offset;
    private readonly int _positionIndex;

    // Where the write position starts, and where it goes back to when it has reached the end.
    private readonly int _start;
    private readonly int _end;
    private readonly bool _isRing;

    private SignalSlot(int offset, int channels, int historySamples, int positionIndex)
    {
        _offset = offset;
        _positionIndex = positionIndex;
        _isRing = historySamples > LongestSlidingFrames;
        _start = _isRing ? 0 : RoundUp(historySamples, SlackFrames);
        _end = _isRing ? RingFrames(historySamples) : _start + ChunkFrames;
        Channels = channels;
        HasHistory = historySamples > 0;
        Stride = StrideFor(historySamples);
    }

    /// <summary>Floats between channels: an odd number of cache lines, because power-of-two strides compete for the same cache sets.</summary>
    public int Stride { get; }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>Whether the signal has history.</summary>
    public bool HasHistory { get; }

    /// <summary>Floats that a signal with this history occupies per channel.</summary>
    public static int StrideFor(int historySamples)
    {
        var floats = ChunkFrames + SlackFrames + (historySamples > LongestSlidingFrames ? RingFrames(historySamples) : RoundUp(historySamples, SlackFrames));
        return floats / SlackFrames % 2 == 0 ? floats + SlackFrames : floats;
    }

    /// <summary>Places a signal at <paramref name="offset"/> floats into the state; its write position is the integer <paramref name="positionIndex"/> at the state's start.</summary>
    public static SignalSlot Place(int offset, int channels, int historySamples, int positionIndex) => new(offset, channels, historySamples, positionIndex);

    /// <summary>The first channel's current chunk, <paramref name="delaySamples"/> ago.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(byte* state, int delaySamples = 0)
    {
        var first = (float*)state + _offset;
        if (!HasHistory)
            return first;
        var position = ((int*)state)[_positionIndex] - delaySamples;
        return first + (position < 0 ? position + _end : position);
    }

    /// <summary>Puts the write position where it belongs in a cleared state.</summary>
    public void Initialise(byte* state) => ((int*)state)[_positionIndex] = _start;

    /// <summary>Repeats behind the ring's end what the chunk wrote to its start. Call when the chunk is complete.</summary>
    public void Commit<T>(byte* state, int frames)
        where T : struct, ILanes<T>
    {
        var position = ((int*)state)[_positionIndex];
        if (!_isRing || position >= ChunkFrames)
            return;
        var source = (float*)state + _offset + position;
        Copy<T>(source, source + _end, frames);
    }

    /// <summary>Moves the write position past the chunk.</summary>
    public void Advance<T>(byte* state, int frames)
        where T : struct, ILanes<T>
    {
        ref var position = ref ((int*)state)[_positionIndex];
        position += frames;
        if (position < _end)
            return;
        position = _start;
        if (_isRing)
            return;
        var first = (float*)state + _offset;
        Copy<T>(first + ChunkFrames, first, _start);
    }

    /// <summary>Makes the whole history equal to the chunk's first frame: the steady state of a constant signal.</summary>
    public void FillWithFirstFrame(byte* state)
    {
        var current = At(state);
        var first = (float*)state + _offset;
        for (var channel = 0; channel < Channels; channel++)
            new Span<float>(first + channel * Stride, Stride).Fill(current[channel * Stride]);
    }

    // Whole registers, in ascending order; what lies behind the frames is never trusted.
    private void Copy<T>(float* source, float* destination, int frames)
        where T : struct, ILanes<T>
    {
        for (var channel = Channels; channel > 0; channel--)
        {
            for (nint frame = 0; frame < frames; frame += T.Count)
                T.Store(destination + frame, T.Load(source + frame));
            source += Stride;
            destination += Stride;
        }
    }

    private static int RingFrames(int historySamples) => RoundUp(historySamples, ChunkFrames) + ChunkFrames;

    private static int RoundUp(int frames, int unit) => (frames + unit - 1) / unit * unit;
}
