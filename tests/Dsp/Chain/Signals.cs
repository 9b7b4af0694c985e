namespace NamPlugin.Dsp.Tests.Chain;

/// <summary>Test signals and what can be measured on them.</summary>
internal static class Signals
{
    public static float[] Sine(int frames, double sampleRateHz, double frequencyHz, double amplitude = 0.5, double phase = 0.0) =>
        [.. Enumerable.Range(0, frames).Select(t => (float)(amplitude * Math.Sin((2.0 * Math.PI * frequencyHz * t / sampleRateHz) + phase)))];

    public static float[] Noise(int frames, int seed, double amplitude = 0.5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, frames).Select(_ => (float)(amplitude * ((2.0 * random.NextDouble()) - 1.0)))];
    }

    public static float[] Constant(int frames, double value) => [.. Enumerable.Repeat((float)value, frames)];

    public static float[] Impulse(int frames)
    {
        var impulse = new float[frames];
        impulse[0] = 1f;
        return impulse;
    }

    /// <summary>Magnitude in dB of the spectrum of an impulse response at one frequency.</summary>
    public static double MagnitudeDb(ReadOnlySpan<float> response, double sampleRateHz, double frequencyHz)
    {
        var (re, im) = (0.0, 0.0);
        for (var t = 0; t < response.Length; t++)
        {
            var (sin, cos) = Math.SinCos(-2.0 * Math.PI * frequencyHz * t / sampleRateHz);
            re += response[t] * cos;
            im += response[t] * sin;
        }
        return 10.0 * Math.Log10((re * re) + (im * im));
    }

    /// <summary>The largest second difference. A slow signal has next to none; a click of height d has d.</summary>
    public static double LargestBend(ReadOnlySpan<float> x)
    {
        var largest = 0.0;
        for (var t = 1; t < x.Length - 1; t++)
            largest = Math.Max(largest, Math.Abs(x[t + 1] - (2.0 * x[t]) + x[t - 1]));
        return largest;
    }

    public static double Peak(ReadOnlySpan<float> x)
    {
        var peak = 0.0;
        foreach (var value in x)
            peak = Math.Max(peak, Math.Abs(value));
        return peak;
    }

    public static bool BitEqual(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(a).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(b));
}
