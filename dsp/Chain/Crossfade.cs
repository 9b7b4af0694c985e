namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The one shape by which one signal takes over from another: linear, equal in gain. Both sides are versions of the same performance and
/// so largely in phase; equal-power weights would swell by up to 3 dB.
/// </summary>
public static unsafe class Crossfade
{
    /// <summary>
    /// output[t] = from[t] + (to[t] - from[t]) * position[t]. At rest at 0 or 1 the one signal is copied to the bit.
    /// The planes may be the same memory; <paramref name="position"/> is read, not moved: the caller skips it once for all channels. [audio-thread]
    /// </summary>
    /// <param name="from">x[time] that sounds at position 0.</param>
    /// <param name="to">x[time] that sounds at position 1.</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of every plane.</param>
    /// <param name="position">Where the fade stands before the first sample.</param>
    public static void Mix(float* from, float* to, float* output, int frames, Ramp position)
    {
        var moving = Math.Min(frames, position.RemainingSamples);
        for (var t = 0; t < moving; t++)
            output[t] = Mix(from[t], to[t], position.Next());

        frames -= moving;
        var rest = position.Target;
        if (rest == 0.0)
            Planes.Copy(from + moving, output + moving, frames);
        else if (rest == 1.0)
            Planes.Copy(to + moving, output + moving, frames);
        else
            for (var t = moving; t < moving + frames; t++)
                output[t] = Mix(from[t], to[t], rest);
    }

    private static float Mix(float from, float to, double position) => (float)(from + (((double)to - from) * position));
}
