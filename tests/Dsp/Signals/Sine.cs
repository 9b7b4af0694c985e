using System.Numerics;

namespace NamPlugin.Dsp.Tests.Signals;

/// <summary>Sines, made and measured. Frequencies are in cycles per sample.</summary>
internal static class Sine
{
    /// <summary>cos(2 pi f t).</summary>
    public static float[] Cosine(double frequency, int length)
    {
        var x = new float[length];
        for (var t = 0; t < length; t++)
            x[t] = (float)Math.Cos(2 * Math.PI * Math.IEEERemainder(frequency * t, 1));
        return x;
    }

    /// <summary>
    /// Fits amplitude and phase of one frequency to y[from..to] by least squares: y[t] = Re(amplitude e^(2 pi i f t)) + rest.
    /// </summary>
    /// <returns>The complex amplitude and the rest's RMS.</returns>
    public static (Complex Amplitude, double RestRms) Fit(ReadOnlySpan<float> y, double frequency, int from, int to)
    {
        double cc = 0, cs = 0, ss = 0, yc = 0, ys = 0;
        for (var t = from; t < to; t++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * Math.IEEERemainder(frequency * t, 1));
            (cc, cs, ss) = (cc + (cos * cos), cs + (cos * sin), ss + (sin * sin));
            (yc, ys) = (yc + (y[t] * cos), ys + (y[t] * sin));
        }

        var determinant = (cc * ss) - (cs * cs);
        var a = determinant < 1e-9 ? yc / cc : ((yc * ss) - (ys * cs)) / determinant;
        var b = determinant < 1e-9 ? 0 : ((ys * cc) - (yc * cs)) / determinant;
        double rest = 0;
        for (var t = from; t < to; t++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * Math.IEEERemainder(frequency * t, 1));
            rest += Math.Pow(y[t] - (a * cos) - (b * sin), 2);
        }

        return (new Complex(a, -b), Math.Sqrt(rest / (to - from)));
    }

    /// <summary>Level of an amplitude against 1, in dB.</summary>
    public static double Db(double amplitude) => 20 * Math.Log10(Math.Max(amplitude, 1e-30));
}
