using System.Numerics;

namespace NamPlugin.Dsp.Tests.Chain;

/// <summary>
/// The transfer functions of R. Bristow-Johnson's Audio EQ Cookbook, evaluated directly on the unit circle: an oracle that shares nothing
/// with the filters under test.
/// </summary>
internal static class Cookbook
{
    public static double LowShelfDb(double rate, double hz, double frequency, double quality, double gainDb)
    {
        var (a, cos, alpha) = Design(rate, frequency, quality, gainDb);
        var root = 2.0 * Math.Sqrt(a) * alpha;
        return Db(
            rate,
            hz,
            [a * (a + 1 - ((a - 1) * cos) + root), 2 * a * (a - 1 - ((a + 1) * cos)), a * (a + 1 - ((a - 1) * cos) - root)],
            [a + 1 + ((a - 1) * cos) + root, -2 * (a - 1 + ((a + 1) * cos)), a + 1 + ((a - 1) * cos) - root]);
    }

    public static double HighShelfDb(double rate, double hz, double frequency, double quality, double gainDb)
    {
        var (a, cos, alpha) = Design(rate, frequency, quality, gainDb);
        var root = 2.0 * Math.Sqrt(a) * alpha;
        return Db(
            rate,
            hz,
            [a * (a + 1 + ((a - 1) * cos) + root), -2 * a * (a - 1 + ((a + 1) * cos)), a * (a + 1 + ((a - 1) * cos) - root)],
            [a + 1 - ((a - 1) * cos) + root, 2 * (a - 1 - ((a + 1) * cos)), a + 1 - ((a - 1) * cos) - root]);
    }

    public static double PeakDb(double rate, double hz, double frequency, double quality, double gainDb)
    {
        var (a, cos, alpha) = Design(rate, frequency, quality, gainDb);
        return Db(rate, hz, [1 + (alpha * a), -2 * cos, 1 - (alpha * a)], [1 + (alpha / a), -2 * cos, 1 - (alpha / a)]);
    }

    public static double LowCutDb(double rate, double hz, double frequency)
    {
        var (_, cos, alpha) = Design(rate, frequency, Math.Sqrt(0.5), 0);
        return Db(rate, hz, [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2], [1 + alpha, -2 * cos, 1 - alpha]);
    }

    public static double HighCutDb(double rate, double hz, double frequency)
    {
        var (_, cos, alpha) = Design(rate, frequency, Math.Sqrt(0.5), 0);
        return Db(rate, hz, [(1 - cos) / 2, 1 - cos, (1 - cos) / 2], [1 + alpha, -2 * cos, 1 - alpha]);
    }

    /// <summary>The official plugin's tone stack at knob positions 0..10.</summary>
    public static double ToneStackDb(double rate, double hz, double bass, double middle, double treble) =>
        LowShelfDb(rate, hz, 150, 0.707, 4 * (bass - 5))
        + PeakDb(rate, hz, 425, middle < 5 ? 1.5 : 0.7, 3 * (middle - 5))
        + HighShelfDb(rate, hz, 1800, 0.707, 2 * (treble - 5));

    private static (double A, double Cos, double Alpha) Design(double rate, double frequency, double quality, double gainDb)
    {
        var (sin, cos) = Math.SinCos(2.0 * Math.PI * frequency / rate);
        return (Math.Pow(10.0, gainDb / 40.0), cos, sin / (2.0 * quality));
    }

    private static double Db(double rate, double hz, double[] b, double[] a)
    {
        var z = Complex.FromPolarCoordinates(1.0, -2.0 * Math.PI * hz / rate);
        return 20.0 * Math.Log10((Evaluate(b, z) / Evaluate(a, z)).Magnitude);
    }

    private static Complex Evaluate(double[] c, Complex z) => c[0] + (c[1] * z) + (c[2] * z * z);
}
