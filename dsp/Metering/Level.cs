namespace NamPlugin.Dsp.Metering;

/// <summary>Plain levels of a signal.</summary>
public static class Level
{
    /// <summary>Largest magnitude; 0 for no samples.</summary>
    public static double Peak(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        foreach (var sample in samples)
            peak = Math.Max(peak, Math.Abs(sample));
        return peak;
    }

    /// <summary>Root of the mean square; 0 for no samples.</summary>
    public static double Rms(ReadOnlySpan<float> samples) => samples.IsEmpty ? 0 : Math.Sqrt(Energy(samples) / samples.Length);

    /// <summary>Sum of the squares.</summary>
    public static double Energy(ReadOnlySpan<float> samples)
    {
        var energy = 0.0;
        foreach (var sample in samples)
            energy += (double)sample * sample;
        return energy;
    }
}
