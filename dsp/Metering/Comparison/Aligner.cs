using System.Numerics;

namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>
/// Finds the alignment of two recordings as the largest magnitude of their cross-correlation, computed block by block with FFTs so that memory does
/// not grow with their length.
/// </summary>
public static class Aligner
{
    /// <summary>Samples of the correlation on each side that its interpolation looks at.</summary>
    private const int InterpolationReach = 32;

    /// <summary>Compares two recordings, whose lengths may differ.</summary>
    /// <param name="reference">The recording taken as right.</param>
    /// <param name="test">The recording that may be late, early, louder, softer or inverted.</param>
    /// <param name="maximumDelaySamples">Delays up to this are considered, both ways.</param>
    public static Alignment Align(ReadOnlySpan<float> reference, ReadOnlySpan<float> test, int maximumDelaySamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumDelaySamples);
        var reach = Math.Min(maximumDelaySamples, Math.Max(1, Math.Max(reference.Length, test.Length))) + InterpolationReach;
        var correlation = Correlate(reference, test, reach);
        var best = reach;
        for (var i = InterpolationReach; i < correlation.Length - InterpolationReach; i++)
        {
            if (IsLarger(i, best))
                best = i;
        }

        var delay = best - reach;
        var (overlapReference, overlapTest) = Overlap(reference, test, delay);
        var referenceEnergy = Level.Energy(overlapReference);
        var testEnergy = Level.Energy(overlapTest);
        if (referenceEnergy == 0 || testEnergy == 0)
            return new Alignment(0, 0, 0, 0);
        var product = Dot(overlapReference, overlapTest);
        return new Alignment(delay, Refine(correlation, best) - reach, product / referenceEnergy, product / Math.Sqrt(referenceEnergy * testEnergy));

        // Rounding must not move two equal recordings apart: a delay farther from zero has to be truly better.
        bool IsLarger(int i, int than)
        {
            var margin = Math.Abs(i - reach) > Math.Abs(than - reach) ? 1 + 1e-12 : 1 - 1e-12;
            return Math.Abs(correlation[i]) > Math.Abs(correlation[than]) * margin;
        }
    }

    /// <summary>The parts of two recordings that lie on top of each other when <paramref name="test"/> is <paramref name="delaySamples"/> late.</summary>
    public static AlignedPair Overlap(ReadOnlySpan<float> reference, ReadOnlySpan<float> test, int delaySamples)
    {
        var inReference = Math.Min(reference.Length, Math.Max(0, -delaySamples));
        var inTest = Math.Min(test.Length, Math.Max(0, delaySamples));
        var length = Math.Min(reference.Length - inReference, test.Length - inTest);
        return new AlignedPair(reference.Slice(inReference, length), test.Slice(inTest, length));
    }

    /// <summary>r[reach + d] = sum over n of reference[n] * test[n + d], |d| up to <paramref name="reach"/>.</summary>
    private static double[] Correlate(ReadOnlySpan<float> reference, ReadOnlySpan<float> test, int reach)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, 4 * reach));
        var block = size - (2 * reach);
        var fft = new DoubleFft(size);
        var re = new double[size];
        var im = new double[size];
        var crossRe = new double[size];
        var crossIm = new double[size];
        for (var start = 0; start < reference.Length; start += block)
        {
            // Real part: a block of the reference. Imaginary part: the test around it, as far as the delays reach.
            Array.Clear(re);
            Array.Clear(im);
            for (var i = 0; i < Math.Min(block, reference.Length - start); i++)
                re[i] = reference[start + i];
            for (var i = 0; i < size; i++)
            {
                var at = (long)start - reach + i;
                if (at >= 0 && at < test.Length)
                    im[i] = test[(int)at];
            }

            fft.Transform(re, im);
            for (var k = 0; k < size; k++)
            {
                var m = (size - k) & (size - 1);
                var (ar, ai) = (re[k] + re[m], im[k] - im[m]);
                var (br, bi) = (im[k] + im[m], re[m] - re[k]);
                crossRe[k] += 0.25 * ((ar * br) + (ai * bi));
                crossIm[k] += 0.25 * ((ar * bi) - (ai * br));
            }
        }

        fft.Transform(crossIm, crossRe);
        var correlation = new double[(2 * reach) + 1];
        for (var i = 0; i < correlation.Length; i++)
            correlation[i] = crossRe[i] / size;
        return correlation;
    }

    /// <summary>
    /// Where the peak lies between samples. The correlation of two sampled signals is band-limited like them, so sinc interpolation gives its true
    /// course; the interval around the peak is narrowed by golden-section search.
    /// </summary>
    private static double Refine(double[] correlation, int best)
    {
        var sign = Math.Sign(correlation[best]);
        double Value(double at)
        {
            var sum = 0.0;
            for (var i = best - InterpolationReach + 1; i < best + InterpolationReach; i++)
            {
                var t = at - i;
                var weight = Math.Cos(Math.PI * t / (2 * (InterpolationReach + 1)));
                sum += correlation[i] * weight * weight * (t == 0 ? 1 : Math.Sin(Math.PI * t) / (Math.PI * t));
            }

            return sign * sum;
        }

        const double Golden = 0.6180339887498949;
        var (low, high) = (best - 1.0, best + 1.0);
        while (high - low > 1e-6)
        {
            var width = Golden * (high - low);
            if (Value(high - width) > Value(low + width))
                high = low + width;
            else
                low = high - width;
        }

        return (low + high) / 2;
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (double)a[i] * b[i];
        return sum;
    }
}
