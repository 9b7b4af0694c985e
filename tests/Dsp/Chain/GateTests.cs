using NamPlugin.Dsp.Chain;

namespace NamPlugin.Dsp.Tests.Chain;

public sealed unsafe class GateTests
{
    private const double FloorDb = -120.0;

    public static TheoryData<double> Rates { get; } = [44_100, 48_000, 96_000, 192_000];

    [Fact]
    public void Off_is_a_gain_of_one()
    {
        Assert.All(Gains(Gate(48_000, -100, 50), Signals.Noise(5000, 1, 1e-5)), gain => Assert.Equal(1f, gain));
        Assert.All(Gains(Gate(48_000, double.NaN, double.NaN), Signals.Noise(5000, 1, 1e-5)), gain => Assert.Equal(1f, gain));
    }

    [Theory]
    [InlineData(-60, -59.9)]
    [InlineData(-60, -61)]
    [InlineData(-60, -70)]
    [InlineData(-80, -95)]
    [InlineData(-20, -40)]
    public void A_steady_level_below_the_threshold_is_reduced_by_the_official_curve(double thresholdDb, double levelDb)
    {
        var gains = Gains(Gate(48_000, thresholdDb, 50), Signals.Constant(96_000, Math.Pow(10.0, levelDb / 20.0)));

        // The official plugin: -0.1 d² "dB", turned into a factor of the amplitude as if it were one of power.
        var below = Math.Max(0.0, thresholdDb - levelDb);
        var official = Math.Pow(10.0, -0.1 * below * below / 10.0);
        Assert.Equal(20.0 * Math.Log10(official), 20.0 * Math.Log10(gains[^1]), tolerance: 0.01);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void It_opens_in_5_ms(double rate)
    {
        var gains = Gains(Gate(rate, -60, 50), Signals.Constant((int)(0.05 * rate), 0.5));

        // Straight on the dB scale over the whole way, then a few halvings of the last step.
        var open = Array.FindIndex(gains, gain => gain == 1f);
        Assert.InRange(open, 0.005 * rate, (0.005 * rate) + 20);
        AssertSteps(gains, largestRiseDb: LargestReductionDb(-60) / (0.005 * rate), largestFallDb: 0);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void It_holds_for_10_ms_after_the_level_has_fallen_below_the_threshold(double rate)
    {
        var loud = (int)(0.2 * rate);
        var input = Signals.Constant((int)(0.8 * rate), 0.5);
        Array.Clear(input, loud, input.Length - loud);

        var gains = Gains(Gate(rate, -60, 50), input);

        // From -6 dB the level, whose power halves every 10 ms, needs this long to the threshold.
        var power = 0.25 * (1.0 - Math.Pow(0.5, loud / (0.010 * rate)));
        var belowAfter = (int)Math.Floor(0.010 * rate * Math.Log2(power / 1e-6)) + 1;
        var closing = Array.FindIndex(gains, loud, gain => gain < 1f);
        Assert.InRange(closing - loud - belowAfter + 1 - (0.010 * rate), -1.0, 1.0);
    }

    [Theory]
    [InlineData(48_000, 50)]
    [InlineData(48_000, 500)]
    [InlineData(96_000, 200)]
    public void It_closes_no_faster_than_the_release_says(double rate, double releaseMs)
    {
        var input = Signals.Constant((int)(1.5 * rate), 0.5);
        var loud = (int)(0.1 * rate);
        Array.Clear(input, loud, input.Length - loud);

        var gains = Gains(Gate(rate, -20, releaseMs), input);

        AssertSteps(
            gains,
            largestRiseDb: LargestReductionDb(-20) / (0.005 * rate),
            largestFallDb: LargestReductionDb(-20) / (releaseMs * 0.001 * rate));
        Assert.Equal(0f, gains[^1]);
    }

    [Fact]
    public void A_long_release_reaches_its_pace_and_so_lasts()
    {
        var input = Signals.Constant(96_000, 0.5);
        Array.Clear(input, 4800, input.Length - 4800);

        var gains = Gains(Gate(48_000, -20, 500), input);

        var largestFall = 0.0;
        for (var t = 4800; gains[t + 1] > 1e-30f; t++)
            largestFall = Math.Max(largestFall, 20.0 * Math.Log10(gains[t] / gains[t + 1]));
        Assert.Equal(LargestReductionDb(-20) / (0.5 * 48_000), largestFall, tolerance: 1e-4);
    }

    [Fact]
    public void A_hum_below_the_threshold_is_gated_and_a_note_above_it_is_not()
    {
        var gains = Gains(Gate(48_000, -50, 50), [.. Signals.Sine(48_000, 48_000, 50, 1e-4), .. Signals.Sine(48_000, 48_000, 110, 0.1)]);

        Assert.All(gains[..48_000], gain => Assert.InRange(gain, 0f, 1e-3f));
        Assert.All(gains[48_500..], gain => Assert.Equal(1f, gain));
    }

    [Fact]
    public void Turning_threshold_and_switch_never_jumps()
    {
        var gate = Gate(48_000, -30, 50);
        double[] thresholds = [-30, -100, -90, -10, -100, -60, 0];
        List<float> gains = [.. Gains(gate, Signals.Noise(4800, seed: 0, 0.01))];
        foreach (var thresholdDb in thresholds)
        {
            gate.SetTarget(thresholdDb, 50);
            gains.AddRange(Gains(gate, Signals.Noise(7200, seed: 3, 0.01)));
        }

        // The fastest way is that of the highest threshold; inaudible gains may jump among themselves.
        AssertSteps([.. gains], LargestReductionDb(0) / (0.005 * 48_000), LargestReductionDb(0) / (0.050 * 48_000), audibleGain: 1e-4);
    }

    [Fact]
    public void The_detector_does_not_depend_on_the_partition() =>
        Blocks.AssertPartitionInvariant(
            () =>
            {
                var gate = Gate(48_000, -40, 30);
                return (
                    (x, frames) =>
                    {
                        var gains = stackalloc float[Math.Max(frames, 1)];
                        gate.Process(x, gains, frames);
                        new Span<float>(gains, frames).CopyTo(new Span<float>(x, frames));
                    },
                    part => gate.SetTarget(part == 1 ? -35 : -45, 20 + part));
            },
            [.. Signals.Noise(3000, seed: 5, 0.5), .. Signals.Noise(3000, seed: 6, 1e-3), .. Signals.Noise(3000, seed: 7, 0.5)]);

    [Fact]
    public void The_gain_waits_for_a_model_that_answers_late()
    {
        using var gate = new GateGain();
        gate.Prepare(100);
        gate.SetLatency(24, gain: 0.5f);
        var x = Signals.Constant(200, 1.0);
        var gains = Signals.Constant(200, 0.25);

        fixed (float* xs = x, gs = gains)
            gate.Process(xs, gs, 200);

        Assert.All(x[..24], value => Assert.Equal(0.5f, value));
        Assert.All(x[24..], value => Assert.Equal(0.25f, value));
    }

    private static GateDetector Gate(double rate, double thresholdDb, double releaseMs)
    {
        var gate = new GateDetector();
        gate.Prepare(rate);
        gate.SetTarget(thresholdDb, releaseMs);
        gate.Reset();
        return gate;
    }

    private static float[] Gains(GateDetector gate, float[] input)
    {
        var gains = new float[input.Length];
        fixed (float* x = input, g = gains)
            gate.Process(x, g, input.Length);
        return gains;
    }

    private static double LargestReductionDb(double thresholdDb) => 0.2 * (thresholdDb - FloorDb) * (thresholdDb - FloorDb);

    private static void AssertSteps(float[] gains, double largestRiseDb, double largestFallDb, double audibleGain = 1e-30)
    {
        for (var t = 1; t < gains.Length; t++)
        {
            if (gains[t - 1] < audibleGain || gains[t] < audibleGain)
                continue;
            var step = 20.0 * Math.Log10((double)gains[t] / gains[t - 1]);
            Assert.InRange(step, -largestFallDb - 1e-4, largestRiseDb + 1e-4);
        }
    }
}
