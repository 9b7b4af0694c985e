using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Chain;

public sealed unsafe class LevelTests
{
    private const double Rate = 48_000;

    [Fact]
    public void A_gain_of_0_dB_is_transparent_to_the_bit()
    {
        var input = Signals.Noise(1000, seed: 1);

        Assert.True(Signals.BitEqual(input, Blocks.Run(new SmoothedGain().Process, input)));
    }

    [Theory]
    [InlineData(44_100, -24)]
    [InlineData(48_000, 24)]
    [InlineData(192_000, 6)]
    public void A_gain_arrives_after_30_ms_without_turning_back_or_jumping(double rate, double targetDb)
    {
        var gain = new SmoothedGain();
        gain.Prepare(rate);
        gain.SetTarget(targetDb);
        var length = (int)Math.Round(0.030 * rate);

        var output = Blocks.Run(gain.Process, Signals.Constant(length + 100, 1.0));

        double[] db = [0, .. output.Select(value => 20.0 * Math.Log10(value))];
        for (var t = 1; t < db.Length; t++)
            Assert.InRange((db[t] - db[t - 1]) / targetDb, -1e-6, (1.5 / length) + 1e-6);
        Assert.Equal(targetDb / 2, db[length / 2], tolerance: Math.Abs(targetDb) / length);
        Assert.All(output[(length - 1)..], value => Assert.Equal((float)Math.Pow(10.0, targetDb / 20.0), value, tolerance: 1e-6f));
    }

    [Fact]
    public void A_glide_keeps_its_slope_when_it_gets_a_new_target()
    {
        var glide = default(Glide);
        glide.Prepare(Rate, 0.030, 0.0);
        var random = new Random(1);
        List<double> path = [0, 0];
        for (var t = 0; t < 20_000; t++)
        {
            if (t % 301 == 0)
                glide.SetTarget(random.NextDouble());
            path.Add(glide.Next());
        }

        // A cubic of this length leaves with an acceleration of at most 6 times its way and 4 times its slope; one corner would be far more.
        for (var t = 2; t < path.Count; t++)
            Assert.InRange(Math.Abs(path[t] - (2 * path[t - 1]) + path[t - 2]), 0.0, 14.0 / (1440 * 1440));
        Assert.All(path, value => Assert.InRange(value, -0.25, 1.25));
    }

    [Fact]
    public void A_glide_follows_a_moving_target_and_ends_on_it()
    {
        var glide = default(Glide);
        glide.Prepare(Rate, 0.030, 0.0);
        var furthest = 0.0;
        for (var t = 1; t <= 48_000; t++)
        {
            glide.SetTarget(t / 48_000.0);
            furthest = Math.Max(furthest, (t / 48_000.0) - glide.Next());
        }
        Assert.InRange(furthest, 0.015, 0.025); // The lag of a ramp of 1 per second, so in seconds.

        glide.Skip(1440);
        Assert.Equal(1.0, glide.Current);
        Assert.False(glide.IsMoving);
    }

    [Fact]
    public void A_crossfade_toggled_at_any_time_stays_between_its_ends()
    {
        for (var turn = 1; turn < 480; turn += 7)
        {
            var position = default(Glide);
            position.Prepare(Rate, 0.010, 0.0);
            position.SetTarget(1.0);
            position.Skip(turn);
            position.SetTarget(0.0);
            for (var t = 0; t < 480; t++)
                Assert.InRange(position.Next(), -1e-12, 1.0 + 1e-12);
            Assert.Equal(0.0, position.Current);
        }
    }

    [Fact]
    public void A_target_that_is_no_number_is_ignored()
    {
        var gain = new SmoothedGain();
        gain.SetTarget(double.NaN);
        gain.SetTarget(double.PositiveInfinity);

        Assert.All(Blocks.Run(gain.Process, Signals.Constant(2000, 1.0)), value => Assert.Equal(1f, value));
    }

    [Fact]
    public void A_gain_does_not_depend_on_the_partition() =>
        Blocks.AssertPartitionInvariant(
            () =>
            {
                var gain = new SmoothedGain();
                return (gain.Process, part => gain.SetTarget(part * 7.3));
            },
            Signals.Noise(5000, seed: 2));

    [Fact]
    public void Calibration_adds_what_lies_between_interface_and_capture()
    {
        var capture = new ModelMetadata { InputLevelDbu = 18.3, OutputLevelDbu = 15.0, LoudnessDb = -21.5 };

        Assert.Equal(new LevelGain(12.0 - 18.3, LevelStatus.Applied), LevelCalibration.Input(capture, calibrate: true, interfaceDbu: 12.0));
        Assert.Equal(new LevelGain(0.0, LevelStatus.NotAsked), LevelCalibration.Input(capture, calibrate: false, interfaceDbu: 12.0));
        Assert.Equal(new LevelGain(0.0, LevelStatus.NotAsked), LevelCalibration.Output(capture, OutputMode.Raw, interfaceDbu: 12.0));
        Assert.Equal(new LevelGain(3.5, LevelStatus.Applied), LevelCalibration.Output(capture, OutputMode.Normalized, interfaceDbu: 12.0));
        Assert.Equal(new LevelGain(3.0, LevelStatus.Applied), LevelCalibration.Output(capture, OutputMode.Calibrated, interfaceDbu: 12.0));
    }

    [Fact]
    public void Calibration_says_when_the_capture_does_not_state_a_level()
    {
        var unknown = new LevelGain(0.0, LevelStatus.Unknown);

        Assert.Equal(unknown, LevelCalibration.Input(ModelMetadata.Empty, calibrate: true, interfaceDbu: 12.0));
        Assert.Equal(unknown, LevelCalibration.Output(ModelMetadata.Empty, OutputMode.Normalized, interfaceDbu: 12.0));
        Assert.Equal(unknown, LevelCalibration.Output(ModelMetadata.Empty, OutputMode.Calibrated, interfaceDbu: 12.0));
        Assert.Equal(
            unknown,
            LevelCalibration.Output(new ModelMetadata { LoudnessDb = double.NegativeInfinity }, OutputMode.Normalized, interfaceDbu: 12.0));
    }

    [Fact]
    public void What_is_not_audio_becomes_silence_and_is_counted()
    {
        var input = Signals.Constant(100, 0.25);
        float[] hostile = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -2e10f];
        for (var i = 0; i < hostile.Length; i++)
            input[7 + (17 * i)] = hostile[i];
        var guard = new FiniteGuard();

        var output = Blocks.Run((x, frames) => guard.Process(x, frames), input);

        Assert.Equal(hostile.Length, guard.ReplacedSamples);
        Assert.All(output.Select((value, t) => (value, t)), sample =>
            Assert.Equal((sample.t - 7) % 17 == 0 && sample.t >= 7 && sample.t < 7 + (17 * hostile.Length) ? 0f : 0.25f, sample.value));
    }

    [Fact]
    public void A_crossfade_is_equal_in_gain_and_copies_its_ends_to_the_bit()
    {
        var from = Signals.Noise(2000, seed: 3);
        var to = Signals.Noise(2000, seed: 4);
        var output = new float[2000];
        var position = default(Glide);
        position.Prepare(Rate, 0.010, 0.0);
        position.SetTarget(1.0);

        fixed (float* a = from, b = to, y = output)
            Crossfade.Mix(a, b, y, output.Length, position);

        for (var t = 0; t < 480; t++)
        {
            var s = (t + 1) / 480.0;
            var weight = s * s * (3.0 - (2.0 * s));
            Assert.Equal(((1.0 - weight) * from[t]) + (weight * to[t]), output[t], tolerance: 1e-7);
        }
        Assert.True(Signals.BitEqual(to.AsSpan(480), output.AsSpan(480)));
    }

    [Fact]
    public void A_delay_line_delays_by_exactly_its_samples()
    {
        using var delay = new DelayLine();
        delay.Prepare(1000);
        var input = Signals.Noise(3000, seed: 5);

        foreach (var samples in new[] { 0, 1, 24, 1000 })
        {
            delay.SetDelay(samples);
            delay.Reset();
            var output = Blocks.Run(delay.Process, input, [1, 0, 300, 7]);

            Assert.All(output[..samples], value => Assert.Equal(0f, value));
            Assert.True(Signals.BitEqual(input.AsSpan(0, 3000 - samples), output.AsSpan(samples)));
        }
    }
}
