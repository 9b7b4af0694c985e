using System.Numerics;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Keeps what is not audio out of everything that remembers: one NaN in a recursive filter would silence it for ever.
/// Such samples become 0 and are counted.
/// </summary>
public sealed unsafe class FiniteGuard
{
    /// <summary>200 dB over full scale. Beyond it lies no signal, but uninitialised memory, and trims and filters would soon overflow.</summary>
    public const float LargestMagnitude = 1e10f;

    /// <summary>How many samples were replaced so far.</summary>
    public long ReplacedSamples { get; private set; }

    /// <summary>Replaces NaN, infinities and absurd magnitudes in <paramref name="x"/>[time] by 0 and returns how many there were. [audio-thread]</summary>
    public int Process(float* x, int frames)
    {
        if (IsClean(x, frames))
            return 0;
        var replaced = 0;
        for (var t = 0; t < frames; t++)
        {
            // Negated so that NaN, which compares false with everything, is caught as well.
            if (!(MathF.Abs(x[t]) <= LargestMagnitude))
            {
                x[t] = 0f;
                replaced++;
            }
        }
        ReplacedSamples += replaced;
        return replaced;
    }

    private static bool IsClean(float* x, int frames)
    {
        var limit = new Vector<float>(LargestMagnitude);
        var t = 0;
        for (; t <= frames - Vector<float>.Count; t += Vector<float>.Count)
        {
            if (!Vector.LessThanOrEqualAll(Vector.Abs(Vector.Load(x + t)), limit))
                return false;
        }
        for (; t < frames; t++)
        {
            if (!(MathF.Abs(x[t]) <= LargestMagnitude))
                return false;
        }
        return true;
    }
}
