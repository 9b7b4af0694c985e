using FsCheck.Fluent;
using FsCheck;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Metering.Comparison;

namespace NamPlugin.Dsp.Tests.Metering;

public sealed class ComparisonTests
{
    [Fact]
    public void Equal_signals_have_no_distance_of_any_kind()
    {
        var noise = Noise(5000, 1);
        var result = SignalComparison.Measure(noise, noise, 1000);

        Assert.Equal((0, 0, 0, 0, 0, 0), (result.Esr, result.PreEmphasisedEsr, result.MaximumDifference, result.RmsDifference, result.StftDistance, result.AlignedEsr));
        Assert.Equal(0, result.Alignment.DelayWholeSamples);
        Assert.Equal(0, result.Alignment.DelaySamples, 1e-3);
        Assert.Equal(1, result.Alignment.Gain, 1e-12);
        Assert.Equal(1, result.Alignment.Correlation, 1e-12);
    }

    [Fact]
    public void An_error_of_minus_eighty_decibels_is_an_ESR_of_one_in_a_hundred_million()
    {
        var noise = Noise(48000, 2);
        var scaled = noise.Select(x => x * 1.0001f).ToArray();

        Assert.Equal(1e-8, ErrorToSignalRatio.Of(noise, scaled), 2e-10);
        Assert.Equal(1e-8, ErrorToSignalRatio.PreEmphasised(noise, scaled), 2e-10);
    }

    [Fact]
    public void Pre_emphasis_ignores_a_constant_and_weighs_treble()
    {
        float[] reference = [1, 0, -1, 0, 1, 0, -1, 0];
        var shifted = reference.Select(x => x + 0.1f).ToArray();

        // By hand: the error 0.1 becomes 0.1 * (1 - 0.95) = 0.005, seven times; the reference becomes -0.95, -1, 0.95, 1, ... .
        Assert.Equal(8 * 0.01 / 4, ErrorToSignalRatio.Of(reference, shifted), 1e-6);
        Assert.Equal(7 * 0.005 * 0.005 / ((4 * 0.95 * 0.95) + 3), ErrorToSignalRatio.PreEmphasised(reference, shifted), 1e-6);
    }

    [Fact]
    public void Silence_is_equal_to_silence_and_infinitely_far_from_sound()
    {
        Assert.Equal(0, ErrorToSignalRatio.Of(new float[10], new float[10]));
        Assert.Equal(double.PositiveInfinity, ErrorToSignalRatio.Of(new float[10], Noise(10, 1)));
        Assert.Equal(0, StftDistance.Of(new float[3000], new float[3000]));
        Assert.Equal(0, SignalComparison.Measure(new float[100], Noise(100, 3), 10).Alignment.Gain);
    }

    [Fact]
    public void Different_lengths_are_refused_where_samples_are_paired_and_cut_where_recordings_are()
    {
        Assert.Throws<ArgumentException>(() => ErrorToSignalRatio.Of(new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => StftDistance.Of(new float[3], new float[4]));
        var noise = Noise(5000, 4);
        Assert.Equal(0, SignalComparison.Measure(noise, noise.AsSpan(0, 4000), 100).Esr);
        Assert.Equal(0, SignalComparison.Measure([], [], 100).Esr);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(900)]
    public void The_spectral_distance_is_what_the_definition_gives(int length)
    {
        var (reference, test) = (Noise(length, 5), Noise(length, 6));
        var resolution = new StftResolution(64, 12, 40);

        Assert.Equal(NaiveStftDistance(reference, test, resolution), StftDistance.Of(reference, test, resolution), 1e-9);
    }

    [Fact]
    public void The_spectral_distance_of_a_gain_is_known()
    {
        // Half the level everywhere: convergence 0.5, log magnitude ln 2.
        var noise = Noise(20000, 7);
        Assert.Equal(0.5 + Math.Log(2), StftDistance.Of(noise, [.. noise.Select(x => x / 2)]), 1e-6);
        Assert.Equal([new(1024, 120, 600), new(2048, 240, 1200), new(512, 50, 240)], StftDistance.DefaultResolutions);
    }

    [Fact]
    public void Delay_polarity_and_gain_are_found_wherever_they_lie()
        => Prop.ForAll(Arb.From(Gen.Choose(-700, 700)), Arb.From(Gen.Choose(-30, 30)), Arb.From(Gen.Elements(true, false)), (delay, gainDb, isInverted) =>
        {
            var source = Noise(12_000, 8);
            var gain = (float)(Decibels.ToGain(gainDb) * (isInverted ? -1 : 1));
            var reference = source.AsSpan(1000, 9000);
            var test = source.AsSpan(1000 - delay, 9000 + delay).ToArray().Select(x => x * gain).ToArray();

            var result = SignalComparison.Measure(reference, test, 800);

            Assert.Equal(delay, result.Alignment.DelayWholeSamples);
            Assert.Equal(delay, result.Alignment.DelaySamples, 0.01);
            Assert.Equal(gain, result.Alignment.Gain, Math.Abs(gain) * 1e-5);
            Assert.Equal(isInverted, result.Alignment.IsInverted);
            Assert.InRange(result.AlignedEsr, 0, 1e-10);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_unrelated_signals_everything_is_left_after_alignment()
        => Assert.InRange(SignalComparison.Measure(Noise(20000, 9), Noise(20000, 10), 100).AlignedEsr, 0.99, 1);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    [InlineData(-3.4)]
    [InlineData(120.125)]
    public void A_fraction_of_a_sample_is_found(double delay)
    {
        // A sum of sines can be delayed exactly.
        float[] Sound(double shift) => [.. Enumerable.Range(0, 20000).Select(n => (float)Enumerable.Range(1, 60).Sum(k => Math.Sin((0.031 * Math.Pow(k, 1.07) * (n - shift)) + (k * k))))];

        var alignment = Aligner.Align(Sound(0), Sound(delay), 1000);

        Assert.Equal(delay, alignment.DelaySamples, 0.01);
    }

    [Fact]
    public void A_low_note_is_not_moved_by_a_period()
    {
        var note = Enumerable.Range(0, 48000).Select(n => (float)(Math.Exp(-n / 20000.0) * Math.Sin(n * 0.0107))).ToArray();

        Assert.Equal(0, Aligner.Align(note, note, 24000).DelayWholeSamples);
    }

    /// <summary>White noise through a one-pole low-pass, as little like a test tone as a guitar is.</summary>
    private static float[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        var state = 0.0;
        return [.. Enumerable.Range(0, count).Select(_ => (float)(state += 0.5 * ((random.NextDouble() * 2) - 1 - state)))];
    }

    private static double NaiveStftDistance(float[] reference, float[] test, StftResolution resolution)
    {
        var (size, window) = (resolution.FftSize, resolution.WindowSamples);
        double difference = 0, energy = 0, logs = 0;
        var bins = 0;
        for (var centre = 0; centre <= reference.Length; centre += resolution.HopSamples)
        {
            for (var k = 0; k <= size / 2; k++)
            {
                var (a, b) = (Bin(reference, k), Bin(test, k));
                difference += (a - b) * (a - b);
                energy += a * a;
                logs += Math.Abs(Math.Log(a) - Math.Log(b));
                bins++;
            }

            double Bin(float[] x, int k)
            {
                var sum = System.Numerics.Complex.Zero;
                for (var n = 0; n < window; n++)
                {
                    var at = centre - (window / 2) + n;
                    while (at < 0 || at >= x.Length)
                        at = x.Length == 1 ? 0 : at < 0 ? -at : (2 * (x.Length - 1)) - at;
                    var hann = Math.Pow(Math.Sin(Math.PI * n / window), 2);
                    sum += x[at] * hann * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / size);
                }

                return Math.Max(1e-4, sum.Magnitude);
            }
        }

        return Math.Sqrt(difference / energy) + (logs / bins);
    }
}
