namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>
/// Error-to-signal ratio: the energy of the difference over the energy of the reference, the figure by which neural amp models are judged
/// (Wright, Damskägg, Juvela and Välimäki, "Real-Time Guitar Amplifier Emulation with Deep Learning", Applied Sciences 10, 2020).
/// </summary>
public static class ErrorToSignalRatio
{
    /// <summary>Coefficient of the pre-emphasis filter in that paper and in the NAM trainer.</summary>
    public const double PreEmphasisCoefficient = 0.95;

    /// <summary>sum (reference - test)^2 / sum reference^2. 0 for two silences, infinite when only the reference is silent.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<float> reference, ReadOnlySpan<float> test)
    {
        RequireEqualLengths(reference, test);
        double error = 0, signal = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            var difference = (double)reference[i] - test[i];
            error += difference * difference;
            signal += (double)reference[i] * reference[i];
        }

        return Ratio(error, signal);
    }

    /// <summary>
    /// The same after y[n] = x[n] - 0.95 x[n-1], n from 1, on both signals: a first-order high-pass that gives the upper strings and the pick their say.
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double PreEmphasised(ReadOnlySpan<float> reference, ReadOnlySpan<float> test)
    {
        RequireEqualLengths(reference, test);
        double error = 0, signal = 0;
        for (var i = 1; i < reference.Length; i++)
        {
            var emphasised = reference[i] - (PreEmphasisCoefficient * reference[i - 1]);
            var difference = emphasised - (test[i] - (PreEmphasisCoefficient * test[i - 1]));
            error += difference * difference;
            signal += emphasised * emphasised;
        }

        return Ratio(error, signal);
    }

    internal static void RequireEqualLengths(ReadOnlySpan<float> reference, ReadOnlySpan<float> test)
    {
        if (reference.Length != test.Length)
            throw new ArgumentException($"The signals have {reference.Length} and {test.Length} samples; they are compared sample by sample.", nameof(test));
    }

    private static double Ratio(double error, double signal) => error == 0 ? 0 : error / signal;
}
