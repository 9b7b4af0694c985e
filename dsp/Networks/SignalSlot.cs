using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// Where a signal lives in a state block. A signal without history is one chunk of every channel. A short history lies before the chunk in one piece, and
/// slides back when the chunk is full. A long one is a ring of whole chunks whose first is repeated behind its end. Either way a kernel reads any delayed
/// frame and those behind it as one straight run, never tests for a wrap, and full chunks are written aligned.
/// </summary>
internal readonly unsafe struct SignalSlot
{
    /// <summary>Frames a program processes at once. Small enough for a layer's planes to stay in the first-level cache.</summary>
    public const int ChunkFrames = 64;

    /// <summary>The widest register; kernels may read and write this much past a chunk's end.</summary>
    public const int SlackFrames = 16;

    /// <summary>The integer at the state's start that counts the frames of the chunk which have been processed.</summary>
    public const int PhaseIndex = 0;

    // An integer that stays zero: the chunk of what has no history never moves.
    private const int ZeroIndex = 1;

    // Sliding costs a copy of the history for every chunk, a ring the copy of one chunk for every turn.
    private const int LongestSlidingFrames = ChunkFrames;

    private readonly int _offset;

    // Where the state says at which frame the chunk begins.
    private readonly int _chunkIndex;

    // The history before the first chunk when it slides, the length of the ring when it is one.
    private readonly int _slideFrames;
    private readonly int _ringFrames;

    private SignalSlot(int offset, int channels, int historySamples, int signalIndex)
    {
        _offset = offset;
        _chunkIndex = historySamples == 0 ? ZeroIndex : ZeroIndex + 1 + signalIndex;
        var isRing = historySamples > LongestSlidingFrames;
        _slideFrames = isRing ? 0 : RoundUp(historySamples, SlackFrames);
        _ringFrames = isRing ? RingFrames(historySamples) : 0;
        Channels = channels;
        Stride = StrideFor(historySamples);
    }

    /// <summary>Floats between channels: an odd number of cache lines, because power-of-two strides compete for the same cache sets.</summary>
    public int Stride { get; }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>Whether the signal has history.</summary>
    public bool HasHistory => _slideFrames + _ringFrames > 0;

    /// <summary>Integers at the state's start.</summary>
    public static int IndexCount(int signals) => ZeroIndex + 1 + signals;

    /// <summary>Floats that a signal with this history occupies per channel.</summary>
    public static int StrideFor(int historySamples)
    {
        var floats = ChunkFrames + SlackFrames + (historySamples > LongestSlidingFrames ? RingFrames(historySamples) : RoundUp(historySamples, SlackFrames));
        return floats / SlackFrames % 2 == 0 ? floats + SlackFrames : floats;
    }

    /// <summary>Places a signal at <paramref name="offset"/> floats into the state.</summary>
    public static SignalSlot Place(int offset, int channels, int historySamples, int signalIndex) => new(offset, channels, historySamples, signalIndex);

    /// <summary>The first channel's next frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(byte* state) => Delayed(channel: 0, delaySamples: 0).At(state);

    /// <summary>A channel's frames as they were some samples ago.</summary>
    public DelayedPlane Delayed(int channel, int delaySamples) => new(_offset + channel * Stride, _chunkIndex, delaySamples, _ringFrames);

    /// <summary>Puts the chunk where it belongs in a cleared state.</summary>
    public void Initialise(byte* state) => ((int*)state)[_chunkIndex] = _slideFrames;

    /// <summary>Repeats behind a ring's end what was written to its first chunk. Call when the frames are complete.</summary>
    public void Commit<T>(byte* state, int frames)
        where T : struct, ILanes<T>
    {
        if (_ringFrames == 0 || ((int*)state)[_chunkIndex] != 0)
            return;
        var source = At(state);
        Copy<T>(source, source + _ringFrames, frames);
    }

    /// <summary>Moves on to the next chunk when one is full.</summary>
    public void Turn<T>(byte* state)
        where T : struct, ILanes<T>
    {
        ref var chunk = ref ((int*)state)[_chunkIndex];
        if (_ringFrames > 0)
        {
            chunk = chunk + ChunkFrames == _ringFrames ? 0 : chunk + ChunkFrames;
            return;
        }

        var first = (float*)state + _offset;
        Copy<T>(first + ChunkFrames, first, _slideFrames);
    }

    /// <summary>Makes the whole history equal to the next frame: the steady state of a constant signal.</summary>
    public void FillWithNextFrame(byte* state)
    {
        var next = At(state);
        var first = (float*)state + _offset;
        for (var channel = 0; channel < Channels; channel++)
            new Span<float>(first + channel * Stride, Stride).Fill(next[channel * Stride]);
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
