using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Networks;

/// <summary>One channel of a signal as it was some samples ago, in as few integers as it takes to find it in a state block.</summary>
/// <param name="offset">The channel's first frame when its position is zero, in floats from the state's start.</param>
/// <param name="positionIndex">The integer at the state's start that holds the position.</param>
/// <param name="delaySamples">How old the frames are.</param>
/// <param name="ringFrames">Length of the signal's ring; 0 where the history lies before the chunk.</param>
internal readonly unsafe struct DelayedPlane(int offset, int positionIndex, int delaySamples, int ringFrames)
{
    private readonly int _offset = ringFrames > 0 ? offset : offset - delaySamples;
    private readonly int _positionIndex = positionIndex;
    private readonly int _delaySamples = ringFrames > 0 ? delaySamples : 0;
    private readonly int _ringFrames = ringFrames;

    /// <summary>The frame that was the next one then; those behind it follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(byte* state)
    {
        var frame = ((int*)state)[_positionIndex] - _delaySamples;
        // The shift makes a mask of the sign: a frame before the ring's start is one before its end.
        return (float*)state + _offset + (frame + ((frame >> 31) & _ringFrames));
    }
}
