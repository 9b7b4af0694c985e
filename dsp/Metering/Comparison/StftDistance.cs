namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>
/// Multi-resolution STFT distance (Yamamoto, Song and Kim, "Parallel WaveGAN", ICASSP 2020) with the resolutions and conventions of auraloss 0.4:
/// spectral convergence plus mean absolute difference of log magnitudes, averaged over resolutions. Frames are centred on multiples of the hop,
/// the signal is mirrored at its ends, windows are periodic Hann, magnitudes are floored at 10^-4.
/// </summary>
public static class StftDistance
{
    private const double PowerFloor = 1e-8;

    /// <summary>Transforms of 1024, 2048 and 512 points, hops of 120, 240 and 50, windows of 600, 1200 and 240 samples.</summary>
    public static IReadOnlyList<StftResolution> DefaultResolutions { get; } = [new(1024, 120, 600), new(2048, 240, 1200), new(512, 50, 240)];

    /// <summary>The distance over <see cref="DefaultResolutions"/>; 0 for equal signals.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<float> reference, ReadOnlySpan<float> test)
    {
        var sum = 0.0;
        foreach (var resolution in DefaultResolutions)
            sum += Of(reference, test, resolution);
        return sum / DefaultResolutions.Count;
    }

    /// <summary>The distance at one resolution.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<float> reference, ReadOnlySpan<float> test, StftResolution resolution)
    {
        ErrorToSignalRatio.RequireEqualLengths(reference, test);
        if (reference.SequenceEqual(test))
            return 0;

        var size = resolution.FftSize;
        var fft = new DoubleFft(size);
        var window = HannWindow.Periodic(resolution.WindowSamples);
        var re = new double[size];
        var im = new double[size];
        var lead = (size - window.Length) / 2;
        double differenceEnergy = 0, referenceEnergy = 0, logDifference = 0;
        var frames = 1 + (reference.Length / resolution.HopSamples);
        for (var frame = 0; frame < frames; frame++)
        {
            // Both signals are real, so one complex transform carries the two.
            Array.Clear(re);
            Array.Clear(im);
            var start = ((long)frame * resolution.HopSamples) - (size / 2) + lead;
            for (var i = 0; i < window.Length; i++)
            {
                var at = Mirror(start + i, reference.Length);
                re[lead + i] = window[i] * reference[at];
                im[lead + i] = window[i] * test[at];
            }

            fft.Transform(re, im);
            for (var k = 0; k <= size / 2; k++)
            {
                var m = (size - k) & (size - 1);
                var target = Magnitude(re[k] + re[m], im[k] - im[m]);
                var tested = Magnitude(im[k] + im[m], re[k] - re[m]);
                differenceEnergy += (target - tested) * (target - tested);
                referenceEnergy += target * target;
                logDifference += Math.Abs(Math.Log(target / tested));
            }
        }

        return Math.Sqrt(differenceEnergy / referenceEnergy) + (logDifference / frames / ((size / 2) + 1));
    }

    /// <summary>Magnitude of half the given sum of a bin and its mirror image.</summary>
    private static double Magnitude(double re, double im) => Math.Sqrt(Math.Max(PowerFloor, 0.25 * ((re * re) + (im * im))));

    /// <summary>An index beyond an end, reflected about the last sample as often as it takes.</summary>
    private static int Mirror(long index, int length)
    {
        if (length == 1)
            return 0;
        var period = 2L * (length - 1);
        var phase = ((index % period) + period) % period;
        return (int)Math.Min(phase, period - phase);
    }
}
