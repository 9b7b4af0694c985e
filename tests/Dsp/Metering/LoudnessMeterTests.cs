using System.Numerics;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Metering;

namespace NamPlugin.Dsp.Tests.Metering;

public sealed class LoudnessMeterTests
{
    [Theory]
    [InlineData(1, -3.01)]
    [InlineData(2, 0.0)]
    public void A_full_scale_sine_of_997_Hz_reads_as_the_recommendation_says(int channels, double expectedLufs)
        => Assert.Equal(expectedLufs, Measure(48000, channels, 997, (3, 0)), 0.01);

    /// <summary>EBU Tech 3341, table 1, cases 1 to 5: stereo sine of 1 kHz, (seconds, level in dBFS).</summary>
    public static TheoryData<int, string, double> EbuCases => new()
    {
        { 1, "20:-23", -23 },
        { 2, "20:-33", -33 },
        { 3, "10:-36 60:-23 10:-36", -23 },
        { 4, "10:-72 10:-36 60:-23 10:-36 10:-72", -23 },
        { 5, "20:-26 20.1:-20 20:-26", -23 },
    };

    [Theory]
    [MemberData(nameof(EbuCases))]
    public void The_test_signals_of_the_EBU_read_within_a_tenth_of_a_unit(int number, string parts, double expectedLufs)
    {
        var segments = parts.Split(' ').Select(part => part.Split(':').Select(double.Parse).ToArray()).Select(part => (part[0], part[1])).ToArray();
        var lufs = Measure(48000, 2, 1000, segments);

        Assert.True(Math.Abs(lufs - expectedLufs) <= 0.1, $"case {number}: {lufs} LUFS");
    }

    [Fact]
    public void Five_channels_are_weighted()
    {
        // EBU Tech 3341, case 6: -28 dBFS left and right, -24 centre, -30 in the surrounds.
        var meter = new LoudnessMeter(48000, 5, [1, 1, 1, 1.41, 1.41]);
        double[] levelsDb = [-28, -28, -24, -30, -30];
        Feed(meter, 20 * 48000, 997, [.. levelsDb.Select(Decibels.ToGain)]);

        Assert.Equal(-23, meter.IntegratedLufs, 0.1);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(2000)]
    [InlineData(15000)]
    public void The_weighting_at_48_kHz_is_the_tabulated_one(double frequencyHz)
    {
        // Tables 1 and 2 of ITU-R BS.1770-4.
        var z = Complex.FromPolarCoordinates(1, -2 * Math.PI * frequencyHz / 48000);
        var shelf = (1.53512485958697 + (-2.69169618940638 * z) + (1.19839281085285 * z * z)) / (1 + (-1.69065929318241 * z) + (0.73248077421585 * z * z));
        var highPass = (1 - (2 * z) + (z * z)) / (1 + (-1.99004745483398 * z) + (0.99007225036621 * z * z));
        var expectedLufs = -0.691 + (10 * Math.Log10(Math.Pow((shelf * highPass).Magnitude, 2) / 2));

        Assert.Equal(expectedLufs, Measure(48000, 1, frequencyHz, (20, 0)), 0.002);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(11025)]
    [InlineData(22050)]
    [InlineData(44100)]
    [InlineData(96000)]
    [InlineData(192000)]
    public void Every_sample_rate_reads_the_same(int sampleRateHz)
    {
        Assert.Equal(Measure(48000, 1, 997, (3, -20)), Measure(sampleRateHz, 1, 997, (3, -20)), sampleRateHz < 20000 ? 0.21 : 0.025);
        Assert.Equal(Measure(48000, 1, 60, (3, -20)), Measure(sampleRateHz, 1, 60, (3, -20)), 0.02);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public void Rates_below_the_shelf_still_give_a_number(int sampleRateHz)
        => Assert.InRange(Measure(sampleRateHz, 1, sampleRateHz * 0.4, (5, 0)), -30, 0);

    [Fact]
    public void Silence_and_sounds_shorter_than_a_block_have_no_loudness()
    {
        Assert.Equal(double.NegativeInfinity, Measure(48000, 1, 997, (2, -90)));
        Assert.Equal(double.NegativeInfinity, Measure(48000, 1, 997, (0.39, 0)));
        Assert.Equal(-3.01, Measure(48000, 1, 997, (0.4, 0)), 0.1);
    }

    [Fact]
    public void The_reading_does_not_depend_on_how_the_sound_is_split()
    {
        var (whole, split) = (new LoudnessMeter(44100, 1), new LoudnessMeter(44100, 1));
        Feed(whole, 100_000, 440, [0.5], block: 100_000);
        Feed(split, 100_000, 440, [0.5], block: 61);

        Assert.Equal(whole.IntegratedLufs, split.IntegratedLufs, 1e-9);
    }

    private static double Measure(int sampleRateHz, int channels, double frequencyHz, params (double Seconds, double LevelDb)[] segments)
    {
        var meter = new LoudnessMeter(sampleRateHz, channels);
        foreach (var (seconds, levelDb) in segments)
            Feed(meter, (int)Math.Round(seconds * sampleRateHz), frequencyHz, [.. Enumerable.Repeat(Decibels.ToGain(levelDb), channels)], sampleRateHz: sampleRateHz);
        return meter.IntegratedLufs;
    }

    private static unsafe void Feed(LoudnessMeter meter, int frames, double frequencyHz, double[] amplitudes, int block = 4800, int sampleRateHz = 48000)
    {
        var planes = amplitudes.Select(_ => new float[block]).ToArray();
        var pins = planes.Select(plane => plane.AsMemory().Pin()).ToArray();
        var pointers = stackalloc float*[planes.Length];
        for (var channel = 0; channel < planes.Length; channel++)
            pointers[channel] = (float*)pins[channel].Pointer;
        for (var start = 0; start < frames; start += block)
        {
            var count = Math.Min(block, frames - start);
            for (var i = 0; i < count; i++)
            {
                var sine = Math.Sin(2 * Math.PI * frequencyHz * (start + i) / sampleRateHz);
                for (var channel = 0; channel < planes.Length; channel++)
                    planes[channel][i] = (float)(amplitudes[channel] * sine);
            }

            meter.Add(pointers, count);
        }

        foreach (var pin in pins)
            pin.Dispose();
    }
}
