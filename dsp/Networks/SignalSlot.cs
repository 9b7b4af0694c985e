using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// Where a signal lives in a state block. A signal without history is one chunk of every channel. A signal with history is a ring whose first
/// <see cref="MirrorFrames"/> frames are repeated behind its end, so that a kernel reads any delayed chunk as one straight run and never tests
/// for the wrap.
/// </summary>
internal readonly unsafe struct SignalSlot
{
    /// <summary>Frames a program processes at once. Small enough for a layer's planes to stay in the first-level cache.</summary>
    public const int ChunkFrames = 64;

    /// <summary>The widest register; kernels may read and write this much past a chunk's end.</summary>
    public const int SlackFrames = 16;

    /// <summary>How much of a ring's start is repeated behind its end.</summary>
    public const int MirrorFrames = ChunkFrames + SlackFrames;

    private readonly int _offset;
    private readonly int _ringFrames;
    private readonly int _positionIndex;

    private SignalSlot(int offset, int stride, int ringFrames, int positionIndex, int channels)
    {
        _offset = offset;
        Stride = stride;
        _ringFrames = ringFrames;
        _positionIndex = positionIndex;
        Channels = channels;
    }

    /// <summary>Floats between channels: an odd number of cache lines, because power-of-two strides compete for the same cache sets.</summary>
    public int Stride { get; }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>Whether the signal has history.</summary>
    public bool IsRing => _ringFrames > 0;

    /// <summary>Floats that a signal with this history occupies per channel.</summary>
    public static int StrideFor(int historySamples) =>
        OddCacheLines(historySamples == 0 ? MirrorFrames : RingFramesFor(historySamples) + MirrorFrames);

    /// <summary>Places a signal at <paramref name="offset"/> floats into the state; its write position is the integer <paramref name="positionIndex"/> at the state's start.</summary>
    public static SignalSlot Place(int offset, int channels, int historySamples, int positionIndex) =>
        new(offset, StrideFor(historySamples), historySamples == 0 ? 0 : RingFramesFor(historySamples), positionIndex, channels);

    /// <summary>The first channel's current chunk, <paramref name="delaySamples"/> ago.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(byte* state, int delaySamples = 0)
    {
        var start = (float*)state + _offset;
        if (!IsRing)
            return start;
        var position = ((int*)state)[_positionIndex] - delaySamples;
        return start + (position < 0 ? position + _ringFrames : position);
    }

    /// <summary>Repeats what the chunk wrote across the ring's seam. Call when the chunk is complete.</summary>
    public void Commit(byte* state, int frames)
    {
        if (!IsRing)
            return;
        var start = (float*)state + _offset;
        var position = ((int*)state)[_positionIndex];
        var wrapped = position + frames - _ringFrames;
        if (wrapped > 0)
        {
            for (var channel = 0; channel < Channels; channel++)
                Copy(start + channel * Stride + _ringFrames, start + channel * Stride, wrapped);
        }
        else if (position < MirrorFrames)
        {
            var count = Math.Min(position + frames, MirrorFrames) - position;
            for (var channel = 0; channel < Channels; channel++)
                Copy(start + channel * Stride + position, start + channel * Stride + _ringFrames + position, count);
        }
    }

    /// <summary>Moves the write position past the chunk.</summary>
    public void Advance(byte* state, int frames)
    {
        if (!IsRing)
            return;
        ref var position = ref ((int*)state)[_positionIndex];
        position += frames;
        if (position >= _ringFrames)
            position -= _ringFrames;
    }

    /// <summary>Makes the whole history equal to the chunk's first frame: the steady state of a constant signal.</summary>
    public void FillWithFirstFrame(byte* state)
    {
        if (!IsRing)
            return;
        var current = At(state);
        var start = (float*)state + _offset;
        for (var channel = 0; channel < Channels; channel++)
            new Span<float>(start + channel * Stride, _ringFrames + MirrorFrames).Fill(current[channel * Stride]);
    }

    private static int RingFramesFor(int historySamples) => RoundUp(historySamples + ChunkFrames + SlackFrames);

    private static int RoundUp(int frames) => (frames + 15) / 16 * 16;

    private static int OddCacheLines(int floats) => RoundUp(floats) / 16 % 2 == 0 ? RoundUp(floats) + 16 : RoundUp(floats);

    private static void Copy(float* source, float* destination, int count) =>
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(destination, count));
}
