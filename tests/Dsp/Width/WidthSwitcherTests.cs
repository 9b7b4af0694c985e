using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Tests.Networks;
using NamPlugin.Dsp.Tests.Oracle;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>When a width begins to sound, and that nothing else depends on how the stream is cut.</summary>
public sealed class WidthSwitcherTests
{
    private const int RateHz = 48_000;

    [Fact]
    public void Setting_a_width_and_resetting_is_a_hard_switch()
    {
        using var rig = new Rig("slim_switch");
        var input = Playback.Noise(1, 3000, seed: 1);
        Playback.Play(rig.Switcher, input);
        for (var variant = 0; variant < rig.Variants.Map.Count; variant++)
        {
            using var alone = new Network(rig.Variants.Variants[variant].Program);
            rig.HardSwitch(variant);

            Assert.Equal(variant, rig.Switcher.SoundingVariant);
            Assert.False(rig.Switcher.IsSwitching);
            Assert.Equal(Playback.Play(alone, input), Playback.Play(rig.Switcher, input));
        }
    }

    [Fact]
    public void A_switch_takes_one_receptive_field_and_thirty_milliseconds()
    {
        using var rig = new Rig("slimmable A2 shape");
        rig.HardSwitch(0);
        rig.Want(2);
        var expected = rig.Variants.Variants[2].Program.ReceptiveFieldSamples - 1 + (int)(0.030 * RateHz);

        rig.Play(expected - 1);
        Assert.Equal((0, true), (rig.Switcher.SoundingVariant, rig.Switcher.IsSwitching));
        rig.Play(1);
        Assert.Equal((2, false), (rig.Switcher.SoundingVariant, rig.Switcher.IsSwitching));
    }

    [Fact]
    public void After_a_switch_the_output_is_the_settled_one_to_the_bit()
    {
        using var rig = new Rig("assets: mild-overdrive");
        var input = Playback.Noise(1, 30_000, seed: 2);
        using var alone = new Network(rig.Variants.Variants[0].Program);
        var settled = Playback.Play(alone, input)[0];

        var (output, _) = Automation.Play(rig.Switcher, input, [(1000, rig.Variants.Map.WidthFor(0))], 64);

        Assert.NotEqual(settled[..2000], output[0][..2000]);
        Assert.Equal(settled[20_000..], output[0][20_000..]);
    }

    [Fact]
    public void Returning_to_the_sounding_width_during_warm_up_cancels_without_a_trace()
    {
        using var rig = new Rig("slimmable A2 shape");
        var full = rig.Variants.Map.Count - 1;
        var input = Playback.Noise(1, 12_000, seed: 3);
        using var alone = new Network(rig.Variants.Variants[full].Program);
        var warmUp = rig.Switcher.WarmUpSamples(0);

        var (output, log) = Automation.Play(rig.Switcher, input, [(1000, 0), (1000 + warmUp - 1, 1)], 64);

        Assert.Equal(Playback.Play(alone, input), output);
        Assert.Contains(log, static entry => entry.IsSwitching);
        Assert.All(log, entry => Assert.Equal(full, entry.Sounding));
        Assert.Equal(0, rig.Switcher.CompletedSwitches);
    }

    [Fact]
    public void During_warm_up_another_width_waits_until_the_begun_switch_completed()
    {
        using var rig = new Rig("slimmable A2 shape");
        rig.HardSwitch(0);
        rig.Want(1);
        rig.Play(100);
        rig.Want(3);
        rig.Play(rig.SwitchSamples(1) - 100);
        Assert.Equal(1, rig.Switcher.SoundingVariant);
        rig.Play(rig.SwitchSamples(3));

        Assert.Equal(3, rig.Switcher.SoundingVariant);
        Assert.Equal(2, rig.Switcher.CompletedSwitches);
    }

    [Fact]
    public void A_fade_completes_before_the_latest_width_is_taken_even_back_to_where_it_came_from()
    {
        using var rig = new Rig("slimmable A2 shape");
        rig.HardSwitch(0);
        rig.Want(1);
        rig.Play(rig.Switcher.WarmUpSamples(1) + 1);
        rig.Want(3);
        rig.Want(0);
        rig.Play(rig.SwitchSamples(1) - rig.Switcher.WarmUpSamples(1) - 1);
        Assert.Equal(1, rig.Switcher.SoundingVariant);
        rig.Play(rig.SwitchSamples(0));

        Assert.Equal(0, rig.Switcher.SoundingVariant);
        Assert.Equal(2, rig.Switcher.CompletedSwitches);
    }

    [Theory]
    [InlineData("slimmable A2 shape")]
    [InlineData("slim_switch")]
    [InlineData("container_mixed")]
    public void Under_a_ramp_of_two_seconds_the_width_keeps_moving(string name)
    {
        using var rig = new Rig(name);
        rig.HardSwitch(0);

        var completed = AssertFollows(rig, Automation.Ramp(0, 2 * RateHz, 0, 1), 3 * RateHz);

        // Slow enough for every width to have its turn.
        Assert.Equal(rig.Variants.Map.Count - 1, completed);
    }

    [Fact]
    public void Under_three_changes_a_second_every_change_is_heard()
    {
        using var rig = new Rig("slimmable A2 shape");
        rig.HardSwitch(0);
        var points = Enumerable.Range(0, 12).Select(i => (AtSample: i * RateHz / 3, Width: rig.Variants.Map.WidthFor((i + 1) % 3))).ToList();

        Assert.Equal(12, AssertFollows(rig, points, 5 * RateHz));
    }

    [Fact]
    public void Under_twenty_changes_a_second_one_switch_follows_the_other()
    {
        using var rig = new Rig(KnownShapes.SlimmableA2(channels: 8));
        rig.HardSwitch(0);
        const int Samples = 4 * RateHz;
        var points = Enumerable.Range(0, 80).Select(i => (AtSample: i * RateHz / 20, Width: rig.Variants.Map.WidthFor((i + 1) % 8))).ToList();

        var completed = AssertFollows(rig, points, Samples + RateHz);

        // Back to back while the changes last, and one or two to arrive at the last of them.
        Assert.InRange(completed, Samples / rig.SwitchSamples(0), Samples / rig.SwitchSamples(0) + 2);
    }

    [Fact]
    public void Twenty_changes_a_second_are_all_heard_where_the_receptive_field_is_short()
    {
        using var rig = new Rig("assets: mild-overdrive");
        rig.HardSwitch(0);
        Assert.InRange(rig.SwitchSamples(0), 1, RateHz / 20);
        var points = Enumerable.Range(0, 40).Select(i => (AtSample: i * RateHz / 20, Width: rig.Variants.Map.WidthFor((i + 1) % 7))).ToList();

        Assert.Equal(40, AssertFollows(rig, points, 3 * RateHz));
    }

    [Fact]
    public void Switches_fall_on_the_same_sample_and_give_the_same_bits_however_the_stream_is_cut()
    {
        var cases =
            from model in RandomWaveNets.Slimmable(inputs: 1, outputs: 2, rate: 2000)
            from points in Gen.ListOf(Gen.Choose(0, 3000).SelectMany(static at => Gen.Choose(0, 100).Select(width => (AtSample: at, Width: width / 100.0))), 6)
            from blocks in RandomModels.NonEmpty(Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Constant(1)), (4, Gen.Choose(2, 100)), (2, Gen.Choose(100, 900))), 6)
            where blocks.Any(static block => block > 0)
            select (model, points: points.OrderBy(static point => point.AtSample).ToArray(), blocks: blocks.ToArray());
        Prop.ForAll(cases.ToArbitrary(), static test =>
        {
            using var model = test.model.Build();
            using var variants = ModelVariants.Compile(model, LaneWidths.Widest);
            using var one = new WidthSwitcher(variants);
            using var other = new WidthSwitcher(variants);
            var input = Playback.Noise(1, 3500, seed: 4);

            var (expected, log) = Automation.Play(one, input, test.points, input[0].Length);
            var (actual, otherLog) = Automation.Play(other, input, test.points, test.blocks);

            Assert.Equal(expected, actual);
            Assert.Equal(log[^1], otherLog[^1]);
            Assert.Equal(one.CompletedSwitches, other.CompletedSwitches);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void A_change_allocates_nothing()
    {
        using var rig = new Rig("slim_switch");
        AllocationFree.AssertPlays(rig.Switcher, block => rig.Switcher.SetWidth(block / 7 * 0.37 % 1));
        Assert.True(rig.Switcher.CompletedSwitches > 0);
    }

    // What sounds was wanted one switch earlier; while something else is wanted than sounds, a switch is under way. Returns the switches that completed.
    private static int AssertFollows(Rig rig, List<(int AtSample, double Width)> points, int samples)
    {
        const int BlockFrames = 16;
        var (_, log) = Automation.Play(rig.Switcher, Playback.Noise(1, samples, seed: 5), points, BlockFrames);
        for (var i = 1; i < log.Count; i++)
        {
            var (now, before) = (log[i], log[i - 1]);
            Assert.True(now.IsSwitching || now.Sounding == now.Wanted || now.Sounding != before.Sounding, $"At {now.Samples} nothing moves though {now.Wanted} is wanted.");
            if (now.Sounding == before.Sounding)
                continue;
            var begun = now.Samples - rig.SwitchSamples(now.Sounding);
            var wantedThen = log.Where(entry => Math.Abs(entry.Samples - begun) <= 2 * BlockFrames).Select(static entry => entry.Wanted);
            Assert.Contains(now.Sounding, wantedThen);
        }

        Assert.Equal(log[^1].Wanted, log[^1].Sounding);
        return rig.Switcher.CompletedSwitches;
    }

    private sealed class Rig : IDisposable
    {
        public Rig(string name)
            : this(TestMaterial.Load(name))
        {
        }

        /// <summary>Takes the model over.</summary>
        public Rig(NamModel loaded)
        {
            using var model = loaded;
            Variants = ModelVariants.Compile(model, LaneWidths.Widest);
            Switcher = new WidthSwitcher(Variants);
        }

        public ModelVariants Variants { get; }

        public WidthSwitcher Switcher { get; }

        /// <summary>From the wish to the last sample of the fade.</summary>
        public int SwitchSamples(int variant) => Switcher.WarmUpSamples(variant) + (int)(0.030 * RateHz);

        public void Want(int variant) => Switcher.SetWidth(Variants.Map.WidthFor(variant));

        public void HardSwitch(int variant)
        {
            Want(variant);
            Switcher.Reset();
        }

        public void Play(int samples) => Playback.Play(Switcher, Playback.Noise(1, samples, seed: 6), 100);

        public void Dispose()
        {
            Switcher.Dispose();
            Variants.Dispose();
        }
    }
}
