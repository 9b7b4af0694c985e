using System.Numerics;
using NamPlugin.Dsp.Tests.Spectra;

namespace NamPlugin.Dsp.Tests.Signals;

/// <summary>Noise with equal power in every octave, and the power of a signal between 80 Hz and 8 kHz.</summary>
internal static class PinkNoise
{
    /// <summary>
    /// One period of pink noise: from 20 Hz up the power of each harmonic is exactly 1 / f, its phase is random. Played round and round it has no
    /// statistical error, so a filter's effect on it can be measured exactly.
    /// </summary>
    public static float[] Make(int period, int rateHz, int seed)
    {
        var random = new Random(seed);
        var harmonics = new Complex[period];
        var first = (int)Math.Ceiling(20.0 * period / rateHz);
        for (var k = first; k < period / 2; k++)
            harmonics[k] = Complex.FromPolarCoordinates(1 / Math.Sqrt(k), 2 * Math.PI * random.NextDouble());

        // Of the complex sum over harmonics the real part is the signal: two real transforms make it.
        var fromRe = ReferenceDft.Fast(Array.ConvertAll(harmonics, static harmonic => harmonic.Real));
        var fromIm = ReferenceDft.Fast(Array.ConvertAll(harmonics, static harmonic => harmonic.Imaginary));
        var x = new float[period];
        for (var t = 0; t < period; t++)
            x[t] = (float)(0.1 * (fromRe[t].Real - fromIm[t].Imaginary));
        return x;
    }

    /// <summary>RMS of what lies between 80 Hz and 8 kHz in one period, by Parseval's theorem.</summary>
    public static double BandRms(float[] x, int rateHz)
    {
        var spectrum = ReferenceDft.Fast(Array.ConvertAll(x, static value => (double)value));
        var binHz = (double)rateHz / x.Length;
        double sum = 0;
        for (var bin = (int)Math.Ceiling(80 / binHz); bin <= 8_000 / binHz; bin++)
            sum += 2 * spectrum[bin].Magnitude * spectrum[bin].Magnitude;
        return Math.Sqrt(sum) / x.Length;
    }
}
