namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// The continuous-time low-pass from which all resampling filters are sampled: a sinc under a Kaiser window, symmetric about time zero.
/// </summary>
/// <remarks>Length and shape after J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function" (1974).</remarks>
public sealed class KaiserLowpass
{
    /// <summary>Designed stop-band attenuation: 100 dB is promised, the rest is for the rounding of taps and sums. The pass band ripples as little.</summary>
    private const double AttenuationDb = 106;

    private const double Beta = 0.1102 * (AttenuationDb - 8.7);

    private static readonly double WindowPeak = BesselI0(Beta);

    private KaiserLowpass(double passEdgeHz, double stopEdgeHz, double halfWidthSeconds)
    {
        PassEdgeHz = passEdgeHz;
        StopEdgeHz = stopEdgeHz;
        HalfWidthSeconds = halfWidthSeconds;
    }

    /// <summary>Up to here the response is 1.</summary>
    public double PassEdgeHz { get; }

    /// <summary>From here on the response is 0.</summary>
    public double StopEdgeHz { get; }

    /// <summary>The response is 0 before minus this time and after it.</summary>
    public double HalfWidthSeconds { get; }

    /// <summary>A low-pass for signals that have, before or after, the given sample rate: it passes to the edge and stops at half the rate.</summary>
    /// <param name="passEdgeHz">Up to here nothing changes; below half the rate.</param>
    /// <param name="lowerRateHz">The lower of the two rates.</param>
    public static KaiserLowpass Design(double passEdgeHz, double lowerRateHz)
    {
        var stopEdgeHz = lowerRateHz / 2;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(passEdgeHz, stopEdgeHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(passEdgeHz);
        var lengthSeconds = (AttenuationDb - 7.95) / (2.285 * 2 * Math.PI * (stopEdgeHz - passEdgeHz));
        return new KaiserLowpass(passEdgeHz, stopEdgeHz, lengthSeconds / 2);
    }

    /// <summary>The same edges with more room: the excess makes the transition steeper still.</summary>
    public KaiserLowpass Stretch(double halfWidthSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfWidthSeconds, HalfWidthSeconds * (1 - 1e-9));
        return new KaiserLowpass(PassEdgeHz, StopEdgeHz, halfWidthSeconds);
    }

    /// <summary>The impulse response at a time, in 1 / seconds: its integral is 1.</summary>
    public double At(double seconds)
    {
        var place = seconds / HalfWidthSeconds;
        var under = 1 - (place * place);
        // The ends belong to the window, whatever rounding made of them.
        if (under < -1e-9)
            return 0;
        var cutoff = PassEdgeHz + StopEdgeHz;
        var angle = Math.PI * cutoff * seconds;
        var sinc = Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle;
        return cutoff * sinc * BesselI0(Beta * Math.Sqrt(Math.Max(0, under))) / WindowPeak;
    }

    /// <summary>The modified Bessel function of order zero, by its power series.</summary>
    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > 1e-17 * sum; k++)
        {
            var factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }

        return sum;
    }
}
