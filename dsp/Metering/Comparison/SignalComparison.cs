namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>Everything that is said about the difference of two recordings of one channel.</summary>
/// <param name="Esr">See <see cref="ErrorToSignalRatio.Of"/>.</param>
/// <param name="PreEmphasisedEsr">See <see cref="ErrorToSignalRatio.PreEmphasised"/>.</param>
/// <param name="MaximumDifference">Largest magnitude of the difference; 1.0 is full scale.</param>
/// <param name="RmsDifference">Root mean square of the difference.</param>
/// <param name="StftDistance">See <see cref="Comparison.StftDistance"/>.</param>
/// <param name="Alignment">How the test would fit best.</param>
/// <param name="AlignedEsr">The error-to-signal ratio that is left when delay (in whole samples), gain and polarity are taken out of the test.</param>
public sealed record SignalComparison(
    double Esr,
    double PreEmphasisedEsr,
    double MaximumDifference,
    double RmsDifference,
    double StftDistance,
    Alignment Alignment,
    double AlignedEsr)
{
    /// <summary>Compares over the length that both have. [main-thread]</summary>
    /// <param name="reference">What is taken as right.</param>
    /// <param name="test">What is compared with it.</param>
    /// <param name="maximumDelaySamples">How far the alignment looks.</param>
    public static SignalComparison Measure(ReadOnlySpan<float> reference, ReadOnlySpan<float> test, int maximumDelaySamples)
    {
        var alignment = Aligner.Align(reference, test, maximumDelaySamples);
        var aligned = Aligner.Overlap(reference, test, alignment.DelayWholeSamples);
        var (sameReference, sameTest) = Aligner.Overlap(reference, test, 0);
        double maximum = 0, energy = 0;
        for (var i = 0; i < sameReference.Length; i++)
        {
            var difference = Math.Abs((double)sameReference[i] - sameTest[i]);
            maximum = Math.Max(maximum, difference);
            energy += difference * difference;
        }

        return new SignalComparison(
            ErrorToSignalRatio.Of(sameReference, sameTest),
            ErrorToSignalRatio.PreEmphasised(sameReference, sameTest),
            maximum,
            sameReference.IsEmpty ? 0 : Math.Sqrt(energy / sameReference.Length),
            Comparison.StftDistance.Of(sameReference, sameTest),
            alignment,
            EsrAtBestGain(aligned));
    }

    /// <summary>The test is scaled by the factor that fits it to the reference, so that of two unrelated signals everything is left: an ESR of 1.</summary>
    private static double EsrAtBestGain(AlignedPair pair)
    {
        double product = 0, testEnergy = 0, error = 0, signal = 0;
        for (var i = 0; i < pair.Reference.Length; i++)
        {
            product += (double)pair.Reference[i] * pair.Test[i];
            testEnergy += (double)pair.Test[i] * pair.Test[i];
        }

        var factor = testEnergy == 0 ? 0 : product / testEnergy;
        for (var i = 0; i < pair.Reference.Length; i++)
        {
            var difference = pair.Reference[i] - (factor * pair.Test[i]);
            error += difference * difference;
            signal += (double)pair.Reference[i] * pair.Reference[i];
        }

        return error == 0 ? 0 : error / signal;
    }
}
