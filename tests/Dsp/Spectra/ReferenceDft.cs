using System.Numerics;

namespace NamPlugin.Dsp.Tests.Spectra;

/// <summary>Fourier transforms in double precision, as plain as possible: the truth that the fast single precision one is held against.</summary>
internal static class ReferenceDft
{
    /// <summary>The definition, N squared steps.</summary>
    public static Complex[] Naive(ReadOnlySpan<double> x)
    {
        var spectrum = new Complex[x.Length];
        for (var k = 0; k < x.Length; k++)
        {
            for (var n = 0; n < x.Length; n++)
                spectrum[k] += x[n] * Turn((long)k * n, x.Length);
        }

        return spectrum;
    }

    /// <summary>The textbook recursion on even and odd samples, for power-of-two lengths.</summary>
    public static Complex[] Fast(ReadOnlySpan<double> x)
    {
        if (x.Length == 1)
            return [x[0]];
        var half = x.Length / 2;
        var even = new double[half];
        var odd = new double[half];
        for (var n = 0; n < half; n++)
            (even[n], odd[n]) = (x[2 * n], x[(2 * n) + 1]);
        var (a, b) = (Fast(even), Fast(odd));
        var spectrum = new Complex[x.Length];
        for (var k = 0; k < half; k++)
        {
            var turned = b[k] * Turn(k, x.Length);
            (spectrum[k], spectrum[k + half]) = (a[k] + turned, a[k] - turned);
        }

        return spectrum;
    }

    /// <summary>Response of an impulse response at one frequency, in cycles per sample.</summary>
    public static Complex Response(ReadOnlySpan<float> taps, double cyclesPerSample)
    {
        var sum = Complex.Zero;
        for (var n = 0; n < taps.Length; n++)
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * Math.IEEERemainder(cyclesPerSample * n, 1));
            sum += new Complex(taps[n] * cos, taps[n] * sin);
        }

        return sum;
    }

    private static Complex Turn(long numerator, int denominator)
    {
        var (sin, cos) = Math.SinCos(-2 * Math.PI * (numerator % denominator) / denominator);
        return new Complex(cos, sin);
    }
}
