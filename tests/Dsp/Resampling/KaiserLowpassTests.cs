using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Resampling;

public sealed class KaiserLowpassTests
{
    [Theory]
    [InlineData(19_845, 44_100)]
    [InlineData(20_000, 48_000)]
    [InlineData(20_000, 96_000)]
    public void Passes_to_its_edge_and_stops_by_100_dB_from_half_the_rate(double passEdgeHz, double lowerRateHz)
    {
        var lowpass = KaiserLowpass.Design(passEdgeHz, lowerRateHz);
        for (var share = 0.0; share <= 1; share += 0.02)
        {
            Assert.InRange(Sine.Db(Response(lowpass, share * lowpass.PassEdgeHz)), -0.001, 0.001);
            Assert.InRange(Sine.Db(Math.Abs(Response(lowpass, (1 + share) * lowpass.StopEdgeHz))), double.NegativeInfinity, -102);
        }
    }

    [Theory]
    [InlineData(24_000)]
    [InlineData(0)]
    public void An_edge_outside_the_band_is_refused(double passEdgeHz) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KaiserLowpass.Design(passEdgeHz, 48_000));

    /// <summary>The Fourier integral of a symmetric function, as a sum over a grid that is fine enough to be exact.</summary>
    private static double Response(KaiserLowpass lowpass, double hz)
    {
        var step = 1 / (32 * lowpass.StopEdgeHz);
        var sum = lowpass.At(0);
        for (var k = 1; k * step <= lowpass.HalfWidthSeconds; k++)
            sum += 2 * lowpass.At(k * step) * Math.Cos(2 * Math.PI * hz * k * step);
        return sum * step;
    }
}
