using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;
using static NamPlugin.Dsp.Tests.Wav.WavBytes;

namespace NamPlugin.Dsp.Tests.Wav;

public sealed class DitherTests
{
    private const int Count = 400_000;

    [Fact]
    public void Its_density_is_a_triangle_two_steps_wide()
    {
        var dither = new TpdfDither(1);
        var bins = new int[20];
        for (var i = 0; i < Count; i++)
            bins[(int)Math.Floor((dither.At(0, i) + 1) * 10)]++;

        for (var bin = 0; bin < bins.Length; bin++)
        {
            var centre = ((bin + 0.5) / 10) - 1;
            var expected = Count * 0.1 * (1 - Math.Abs(centre));
            Assert.InRange(bins[bin], expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void The_error_has_no_bias_and_a_quarter_of_a_step_squared_whatever_the_signal(double offsetSteps)
    {
        var errors = QuantizationErrors(Enumerable.Repeat((float)(offsetSteps / 32768), Count).ToArray());

        // Undithered, a constant of 0.25 steps would give a bias of 0.25; triangular dither gives mean 0 and power 1/4 always.
        Assert.InRange(errors.Average(), -0.004, 0.004);
        Assert.InRange(errors.Average(error => error * error), 0.245, 0.255);
    }

    [Fact]
    public void The_noise_floor_of_sixteen_bits_is_where_theory_puts_it()
    {
        var tone = Enumerable.Range(0, Count).Select(i => (float)(0.4 / 32768 * Math.Sin(i * 0.1))).ToArray();
        var errors = QuantizationErrors(tone);

        // rms of half a step: 20 log10(0.5 / 32768) = -96.33 dBFS. The tone lies below one step and survives.
        var floorDb = 10 * Math.Log10(errors.Average(error => error * error) / (32768.0 * 32768.0));
        Assert.InRange(floorDb, -96.43, -96.23);
        var correlation = errors.Select((error, i) => error * Math.Sin(i * 0.1)).Average();
        Assert.InRange(correlation, -0.004, 0.004);
    }

    [Fact]
    public void The_error_is_white()
    {
        var errors = QuantizationErrors(new float[Count]);
        foreach (var lag in new[] { 1, 2, 3, 10, 64 })
        {
            var correlation = errors.Skip(lag).Zip(errors, (a, b) => a * b).Average() / 0.25;
            Assert.InRange(correlation, -0.01, 0.01);
        }
    }

    [Fact]
    public void Channels_and_seeds_have_signals_of_their_own()
    {
        var (one, two) = (new TpdfDither(1), new TpdfDither(2));
        double Correlation(Func<int, double> a, Func<int, double> b) => Enumerable.Range(0, Count).Average(i => a(i) * b(i)) * 6;

        Assert.InRange(Correlation(i => one.At(0, i), i => one.At(0, i)), 0.98, 1.02);
        Assert.InRange(Correlation(i => one.At(0, i), i => one.At(1, i)), -0.02, 0.02);
        Assert.InRange(Correlation(i => one.At(0, i), i => two.At(0, i)), -0.02, 0.02);
    }

    [Fact]
    public void The_same_bytes_come_out_for_every_block_split()
    {
        var sine = Enumerable.Range(0, 5000).Select(i => (float)Math.Sin(i * 0.01)).ToArray();
        var format = new WavFormat(48000, 2, WavEncoding.Int24);
        byte[] Dithered(ulong seed, params int[] blocks) => Write(format, [sine, sine], blocks: blocks, dither: new TpdfDither(seed));

        Assert.Equal(Dithered(7, 5000), Dithered(7, 1, 17, 333));
        Assert.NotEqual(Dithered(7, 5000), Dithered(8, 5000));
    }

    /// <summary>Error in steps of 16 bits after a pass through a dithered file.</summary>
    private static double[] QuantizationErrors(float[] samples)
    {
        using var reader = Open(Write(new WavFormat(48000, 1, WavEncoding.Int16), [samples], dither: new TpdfDither(42)));
        return [.. Read(reader)[0].Zip(samples, (stored, sample) => ((double)stored - sample) * 32768)];
    }
}
