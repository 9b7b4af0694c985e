namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The one shape by which one signal takes over from another: weights that add up to 1. Both sides are versions of the same performance and
/// so largely in phase; equal-power weights would swell by up to 3 dB. In time the weights follow a <see cref="Glide"/>: a straight line
/// has corners at its ends, which on a low note sound as faint clicks.
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
    public static void Mix(float* from, float* to, float* output, int frames, Glide position)
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

    /// <summary>
    /// output[t] = input[t] * gain[t], for what enters something with a memory that has heard nothing yet: an echo or a late answer of a
    /// sudden beginning would click long after any fade of the output. At rest at 1 the input is copied to the bit. [audio-thread]
    /// </summary>
    /// <param name="input">x[time].</param>
    /// <param name="output">y[time], possibly the same memory.</param>
    /// <param name="frames">Length of both planes.</param>
    /// <param name="gain">The weight before the first sample; read, not moved.</param>
    public static void Scale(float* input, float* output, int frames, Glide gain)
    {
        var moving = Math.Min(frames, gain.RemainingSamples);
        for (var t = 0; t < moving; t++)
            output[t] = (float)(input[t] * gain.Next());
        Planes.Copy(input + moving, output + moving, frames - moving);
        Planes.Scale(output + moving, (float)gain.Target, frames - moving);
    }

    private static float Mix(float from, float to, double position) => (float)(from + (((double)to - from) * position));
}
