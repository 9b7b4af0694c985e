using NamPlugin.Training.Signals;

namespace NamPlugin.Training.Tests;

public sealed class GuitarDiTests
{
    private static readonly float[] Sound = GuitarDi.Render();

    [Fact]
    public void Lasts_twenty_seconds_and_peaks_at_minus_6_dBFS()
    {
        Assert.Equal(20 * 48000, Sound.Length);
        Assert.Equal(0.5, Sound.Max(Math.Abs), 0.0005);
    }

    [Fact]
    public void Begins_and_ends_quietly()
    {
        Assert.All(Sound[..9600], value => Assert.InRange(Math.Abs(value), 0, 1e-4));
        Assert.All(Sound[^2400..], value => Assert.InRange(Math.Abs(value), 0, 1e-3));
    }

    [Fact]
    public void Has_no_direct_current() => Assert.InRange(Math.Abs(Sound.Average(value => (double)value)), 0, 1e-5);

    [Fact]
    public void Is_the_same_every_time() => Assert.True(GuitarDi.Render().AsSpan().SequenceEqual(Sound));

    // The last chord rings from 18.3 to 19.8 s: E minor on all six strings.
    [Theory]
    [InlineData(82.407)]
    [InlineData(123.471)]
    [InlineData(164.814)]
    [InlineData(195.998)]
    [InlineData(246.942)]
    [InlineData(329.628)]
    public void The_last_chord_is_in_tune(double expectedHz)
    {
        var ringing = Sound.AsSpan((int)(18.6 * 48000), 48000).ToArray();
        var best = Enumerable.Range(-60, 121).Select(tenthsOfCents => tenthsOfCents / 2.0).MaxBy(cents => Level(ringing, expectedHz * Math.Pow(2, cents / 1200)));

        Assert.InRange(best, -6, 6);
    }

    // Magnitude of one frequency, under a Hann window.
    private static double Level(float[] sound, double hz)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < sound.Length; i++)
        {
            var window = 0.5 * (1 - Math.Cos(2 * Math.PI * i / sound.Length));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * hz * i / 48000);
            real += window * sound[i] * cosine;
            imaginary += window * sound[i] * sine;
        }
        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }
}
