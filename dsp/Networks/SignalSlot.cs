using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// Where a signal lives in a state block. A signal without history is one chunk of every channel. A short history lies before the chunk in one piece, and
/// slides when the chunk is full. A long one is a ring whose start is repeated behind its end. Either way a kernel reads any delayed frame and those
/// behind it as one straight run and never tests for a wrap; and full chunks are written aligned, except to rings that have seen odd ones.
/// </summary>
internal readonly unsafe struct SignalSlot
{
    /// <summary>Frames a program processes at once. Small enough for a layer's planes to stay in the first-level cache.</summary>
    public const int ChunkFrames = 64;

    /// <summary>The widest register; kernels may read and write this much past a chunk's end.</summary>
    public const int SlackFrames = 16;

    /// <summary>The integer at the state's start that counts the frames of the chunk which have been processed.</summary>
    public const int PhaseIndex = 0;

    // Sliding costs a copy of the history for every chunk, a ring the copy of one chunk for every turn.
    private const int LongestSlidingFrames = ChunkFrames;

    private readonly int _offset;
    private readonly int _historyFrames;
    private readonly int _ringFrames;
    private readonly int _positionIndex;

    private SignalSlot(int offset, int channels, int historySamples, int signalIndex)
    {
        _offset = offset;
        _historyFrames = RoundUp(historySamples);
        _ringFrames = historySamples > LongestSlidingFrames ? RingFrames(historySamples) : 0;
        _positionIndex = IsRing ? PhaseIndex + 1 + signalIndex : PhaseIndex;
        Channels = channels;
        Stride = StrideFor(historySamples);
    }

    /// <summary>Floats between channels: an odd number of cache lines, because power-of-two strides compete for the same cache sets.</summary>
    public int Stride { get; }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>Whether the signal has history.</summary>
    public bool HasHistory => _historyFrames > 0;

    /// <summary>Whether the history is a ring, with a position of its own, or slides with all others.</summary>
    public bool IsRing => _ringFrames > 0;

    /// <summary>Integers at the state's start.</summary>
    public static int IndexCount(int signals) => PhaseIndex + 1 + signals;

    /// <summary>Floats that a signal with this history occupies per channel.</summary>
    public static int StrideFor(int historySamples)
    {
        var floats = ChunkFrames + SlackFrames + (historySamples > LongestSlidingFrames ? RingFrames(historySamples) : RoundUp(historySamples));
        return floats / SlackFrames % 2 == 0 ? floats + SlackFrames : floats;
    }

    /// <summary>Places a signal at <paramref name="offset"/> floats into the state.</summary>
    public static SignalSlot Place(int offset, int channels, int historySamples, int signalIndex) => new(offset, channels, historySamples, signalIndex);

    /// <summary>The first channel's next frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(byte* state) => Delayed(channel: 0, delaySamples: 0).At(state);

    /// <summary>A channel's frames as they were some samples ago.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DelayedPlane Delayed(int channel, int delaySamples) =>
        new(_offset + channel * Stride + (IsRing ? 0 : _historyFrames), _positionIndex, delaySamples, _ringFrames);

    /// <summary>Repeats across a ring's seam what was written. Call when the frames are complete.</summary>
    public void Commit<T>(byte* state, int frames)
        where T : struct, IRegister<T>
    {
        if (!IsRing)
            return;
        var first = (float*)state + _offset;
        var position = ((int*)state)[_positionIndex];
        var wrapped = position + frames - _ringFrames;
        if (wrapped > 0)
            Copy<T>(first + _ringFrames, first, wrapped);
        else if (position < ChunkFrames)
            Copy<T>(first + position, first + _ringFrames + position, Math.Min(frames, ChunkFrames - position));
    }

    /// <summary>Moves a ring past what was written.</summary>
    public void Advance(byte* state, int frames)
    {
        ref var position = ref ((int*)state)[_positionIndex];
        position += frames;
        if (position >= _ringFrames)
            position -= _ringFrames;
    }

    /// <summary>Moves a history that is no ring by the frames of the chunk, so that the next chunk begins where this one did.</summary>
    public void Slide<T>(byte* state, int frames)
        where T : struct, IRegister<T>
    {
        var first = (float*)state + _offset;
        Copy<T>(first + frames, first, _historyFrames);
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
        where T : struct, IRegister<T>
    {
        for (var channel = Channels; channel > 0; channel--)
        {
            for (nint frame = 0; frame < frames; frame += T.Count)
                T.Store(destination + frame, T.Load(source + frame));
            source += Stride;
            destination += Stride;
        }
    }

    // Whole chunks, so that full ones never lie across the seam.
    private static int RingFrames(int historySamples) => (historySamples + ChunkFrames - 1) / ChunkFrames * ChunkFrames + ChunkFrames;

    private static int RoundUp(int frames) => (frames + SlackFrames - 1) / SlackFrames * SlackFrames;
}
