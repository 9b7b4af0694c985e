using System.Numerics;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Element-wise arithmetic on one channel. A product rounds alike in a vector and alone, so the result does not depend on how blocks are cut.
/// </summary>
internal static unsafe class Planes
{
    /// <summary>target[t] = source[t]; the planes are the same or do not overlap.</summary>
    public static void Copy(float* source, float* target, int frames)
    {
        if (source != target)
            new ReadOnlySpan<float>(source, frames).CopyTo(new Span<float>(target, frames));
    }

    /// <summary>x[t] = 0.</summary>
    public static void Clear(float* x, int frames) => new Span<float>(x, frames).Clear();

    /// <summary>x[t] *= gain; a gain of 1 costs nothing.</summary>
    public static void Scale(float* x, float gain, int frames)
    {
        if (gain == 1f)
            return;
        var t = 0;
        var gains = new Vector<float>(gain);
        for (; t <= frames - Vector<float>.Count; t += Vector<float>.Count)
            Vector.Store(Vector.Load(x + t) * gains, x + t);
        for (; t < frames; t++)
            x[t] *= gain;
    }

    /// <summary>x[t] *= gain[t].</summary>
    public static void Multiply(float* x, float* gain, int frames)
    {
        var t = 0;
        for (; t <= frames - Vector<float>.Count; t += Vector<float>.Count)
            Vector.Store(Vector.Load(x + t) * Vector.Load(gain + t), x + t);
        for (; t < frames; t++)
            x[t] *= gain[t];
    }

    /// <summary>x[t] += gain * y[t], product and sum rounded each for itself.</summary>
    public static void AddScaled(float* x, float* y, float gain, int frames)
    {
        var t = 0;
        var gains = new Vector<float>(gain);
        for (; t <= frames - Vector<float>.Count; t += Vector<float>.Count)
            Vector.Store(Vector.Load(x + t) + (Vector.Load(y + t) * gains), x + t);
        for (; t < frames; t++)
            x[t] += y[t] * gain;
    }
}
