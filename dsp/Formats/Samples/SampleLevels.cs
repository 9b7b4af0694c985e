using System.Numerics;

namespace NamPlugin.Dsp.Formats.Samples;

/// <summary>What a writer noticed about the samples that went through it, so that its caller can warn, and say what gain would have helped.</summary>
public sealed class SampleLevels
{
    /// <summary>Largest absolute value of a finite sample; 1.0 is full scale.</summary>
    public float Peak { get; private set; }

    /// <summary>Samples beyond full scale. Integer encodings clip them, floating-point encodings keep them.</summary>
    public long SamplesOverFullScale { get; private set; }

    /// <summary>Samples that are NaN or infinite.</summary>
    public long NonFiniteSamples { get; private set; }

    /// <summary>
    /// Gain in dB that puts the peak exactly at full scale: negative when samples lie beyond it, positive infinity for silence.
    /// </summary>
    public double GainToFullScaleDb => -20 * Math.Log10(Peak);

    /// <summary>Takes further samples into account.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        // One vector pass settles the usual case; the slow look at every sample happens only where something is wrong.
        var peak = Vector<float>.Zero;
        var i = 0;
        for (; i <= samples.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var magnitude = Vector.Abs(new Vector<float>(samples[i..]));
            if (Vector.LessThanOrEqualAll(magnitude, Vector<float>.One))
                peak = Vector.Max(peak, magnitude);
            else
                AddEach(samples.Slice(i, Vector<float>.Count));
        }

        AddEach(samples[i..]);
        for (var lane = 0; lane < Vector<float>.Count; lane++)
            Peak = Math.Max(Peak, peak[lane]);
    }

    private void AddEach(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
        {
            if (!float.IsFinite(sample))
            {
                NonFiniteSamples++;
                continue;
            }

            var magnitude = Math.Abs(sample);
            Peak = Math.Max(Peak, magnitude);
            if (magnitude > 1)
                SamplesOverFullScale++;
        }
    }
}
