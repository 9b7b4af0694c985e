using NamPlugin.Dsp.Chain;

namespace NamPlugin.Dsp.Tests.Chain;

public sealed unsafe class FilterTests
{
    private static readonly double[] Frequencies = [20, 31.5, 63, 150, 250, 425, 700, 1_000, 1_800, 3_150, 5_000, 10_000, 16_000, 20_000];

    public static TheoryData<double> Rates { get; } = [22_050, 44_100, 48_000, 88_200, 96_000, 192_000];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Bands_have_the_cookbook_response(double rate)
    {
        foreach (var gainDb in new[] { -20.0, -7.5, 3.0, 20.0 })
        {
            AssertResponse(Band(BandShape.LowShelf, 150, 0.707, gainDb, rate), rate, hz => Cookbook.LowShelfDb(rate, hz, 150, 0.707, gainDb));
            AssertResponse(Band(BandShape.Peak, 425, 1.5, gainDb, rate), rate, hz => Cookbook.PeakDb(rate, hz, 425, 1.5, gainDb));
            AssertResponse(Band(BandShape.HighShelf, 1800, 0.707, gainDb, rate), rate, hz => Cookbook.HighShelfDb(rate, hz, 1800, 0.707, gainDb));
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Cuts_are_second_order_Butterworth(double rate)
    {
        foreach (var frequency in new[] { 21.0, 80.0, 500.0 })
            AssertResponse(Cut(CutFilter.LowCut(), frequency, rate), rate, hz => Cookbook.LowCutDb(rate, hz, frequency));
        foreach (var frequency in new[] { 2_000.0, 6_000.0, 10_000.0 })
            AssertResponse(Cut(CutFilter.HighCut(), frequency, rate), rate, hz => Cookbook.HighCutDb(rate, hz, frequency));
    }

    [Fact]
    public void Cuts_are_3_dB_down_at_their_frequency_and_fall_by_12_dB_per_octave()
    {
        var low = Blocks.Run(Cut(CutFilter.LowCut(), 100, 48_000), Signals.Impulse(48_000));
        var high = Blocks.Run(Cut(CutFilter.HighCut(), 2_000, 192_000), Signals.Impulse(48_000));

        Assert.Equal(-3.0103, Signals.MagnitudeDb(low, 48_000, 100), tolerance: 0.001);
        Assert.Equal(12.04, Signals.MagnitudeDb(low, 48_000, 25) - Signals.MagnitudeDb(low, 48_000, 12.5), tolerance: 0.05);
        Assert.Equal(-3.0103, Signals.MagnitudeDb(high, 192_000, 2_000), tolerance: 0.001);
        Assert.Equal(-12.04, Signals.MagnitudeDb(high, 192_000, 16_000) - Signals.MagnitudeDb(high, 192_000, 8_000), tolerance: 0.4);
    }

    [Fact]
    public void Cuts_at_the_outer_end_of_their_range_are_transparent_to_the_bit()
    {
        var input = Signals.Noise(2000, seed: 1);

        Assert.True(Signals.BitEqual(input, Blocks.Run(Cut(CutFilter.LowCut(), 20, 48_000), input)));
        Assert.True(Signals.BitEqual(input, Blocks.Run(Cut(CutFilter.HighCut(), 20_000, 48_000), input)));
    }

    [Fact]
    public void Cuts_stay_within_their_range_and_stable_at_any_rate()
    {
        foreach (var rate in new[] { 8_000.0, 22_050.0, 384_000.0 })
        {
            var output = Blocks.Run(Cut(CutFilter.HighCut(), 19_999, rate), Signals.Noise(20_000, seed: 2));
            Assert.All(output, value => Assert.InRange(value, -2f, 2f));
        }
        var below = Blocks.Run(Cut(CutFilter.HighCut(), 100, 48_000), Signals.Impulse(4800));
        var atEnd = Blocks.Run(Cut(CutFilter.HighCut(), 2_000, 48_000), Signals.Impulse(4800));
        Assert.True(Signals.BitEqual(atEnd, below));
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_tone_stack_has_the_official_curves(double rate)
    {
        foreach (var bass in new[] { 0.0, 5.0, 10.0 })
        {
            foreach (var middle in new[] { 0.0, 5.0, 10.0 })
            {
                foreach (var treble in new[] { 0.0, 5.0, 10.0 })
                    AssertResponse(Tone(bass, middle, treble, rate), rate, hz => Cookbook.ToneStackDb(rate, hz, bass, middle, treble));
            }
        }
        AssertResponse(Tone(2.3, 6.1, 7.7, rate), rate, hz => Cookbook.ToneStackDb(rate, hz, 2.3, 6.1, 7.7));
    }

    [Fact]
    public void The_tone_stack_is_transparent_to_the_bit_at_noon()
    {
        var input = Signals.Noise(2000, seed: 3);

        Assert.True(Signals.BitEqual(input, Blocks.Run(Tone(5, 5, 5, 48_000), input)));
    }

    [Fact]
    public void The_tone_stack_is_transparent_to_the_bit_once_it_is_back_at_noon()
    {
        var tone = new ToneStack();
        tone.SetTarget(10, 0, 8);
        Blocks.Run(tone.Process, Signals.Noise(5000, seed: 4));
        tone.SetFlat();
        Blocks.Run(tone.Process, Signals.Noise(1440, seed: 5));
        var input = Signals.Noise(2000, seed: 6);

        Assert.True(Signals.BitEqual(input, Blocks.Run(tone.Process, input)));
    }

    [Theory]
    [InlineData(5, 5, 5, 10, 10, 10)]
    [InlineData(0, 0, 0, 10, 10, 10)]
    [InlineData(10, 10, 10, 5, 5, 5)]
    [InlineData(3, 10, 7, 8, 0, 1)]
    public void Turning_the_tone_stack_does_not_click(double bass, double middle, double treble, double toBass, double toMiddle, double toTreble)
    {
        var input = Signals.Sine(24_000, 48_000, 82.4, 0.1, phase: 0.7);
        var tone = new ToneStack();
        tone.SetTarget(bass, middle, treble);
        tone.Reset();

        var output = Blocks.RunWithChanges(
            (tone.Process, part =>
            {
                if (part == 1)
                    tone.SetTarget(toBass, toMiddle, toTreble);
            }),
            input,
            [64]);

        AssertNoClick(output, settledUntil: 8000, settledFrom: 16_000);
    }

    [Theory]
    [InlineData(20, 500)]
    [InlineData(300, 20)]
    [InlineData(21, 500)]
    public void Turning_the_low_cut_does_not_click(double from, double to) => AssertCutIsClickFree(CutFilter.LowCut(), from, to);

    [Theory]
    [InlineData(20_000, 2_000)]
    [InlineData(2_000, 20_000)]
    [InlineData(2_000, 19_000)]
    public void Turning_the_high_cut_does_not_click(double from, double to) => AssertCutIsClickFree(CutFilter.HighCut(), from, to);

    [Fact]
    public void Filters_do_not_depend_on_the_partition()
    {
        var input = Signals.Noise(9000, seed: 7);
        Blocks.AssertPartitionInvariant(
            () =>
            {
                var tone = new ToneStack();
                return (tone.Process, part => tone.SetTarget(5 + (5 * (part % 2)), 5 - (2 * (part % 2)), 3 + part));
            },
            input);
        Blocks.AssertPartitionInvariant(
            () =>
            {
                var cut = CutFilter.LowCut();
                return (cut.Process, part => cut.SetTarget(part == 1 ? 20 : 200 + part));
            },
            input);
        Blocks.AssertPartitionInvariant(
            () =>
            {
                var blocker = new DcBlocker();
                return (blocker.Process, _ => { });
            },
            input);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_DC_blocker_is_3_dB_down_at_5_Hz_and_stops_DC(double rate)
    {
        var blocker = new DcBlocker();
        blocker.Prepare(rate);
        var response = Blocks.Run(blocker.Process, Signals.Impulse((int)rate));
        blocker.Reset();
        var afterStep = Blocks.Run(blocker.Process, Signals.Constant((int)rate, 1.0));

        Assert.Equal(-3.0103, Signals.MagnitudeDb(response, rate, 5), tolerance: 0.001);
        Assert.Equal(10 * Math.Log10(1 / 5.0), Signals.MagnitudeDb(response, rate, 2.5), tolerance: 0.001);
        Assert.Equal(0.0, Signals.MagnitudeDb(response, rate, 1_000), tolerance: 0.001);
        Assert.Equal(0.0, Signals.MagnitudeDb(response, rate, rate / 2), tolerance: 0.001);
        Assert.InRange(Math.Abs(afterStep[^1]), 0f, 1e-6f);
    }

    [Fact]
    public void A_filter_that_was_off_remembers_nothing_of_the_time_before()
    {
        var input = Signals.Noise(2000, seed: 9);
        var (usedTone, freshTone) = (new ToneStack(), new ToneStack());
        usedTone.SetTarget(10, 0, 10);
        Blocks.Run(usedTone.Process, input);
        usedTone.SetFlat();
        Blocks.Run(usedTone.Process, input);
        usedTone.SetTarget(2, 8, 3);
        freshTone.SetTarget(2, 8, 3);
        Assert.True(Signals.BitEqual(Blocks.Run(freshTone.Process, input), Blocks.Run(usedTone.Process, input)));

        var (usedCut, freshCut) = (CutFilter.HighCut(), CutFilter.HighCut());
        usedCut.SetTarget(4_000);
        Blocks.Run(usedCut.Process, input);
        usedCut.SetTarget(CutFilter.HighCutOffHz);
        Blocks.Run(usedCut.Process, input);
        usedCut.SetTarget(3_000);
        freshCut.SetTarget(3_000);
        Assert.True(Signals.BitEqual(Blocks.Run(freshCut.Process, input), Blocks.Run(usedCut.Process, input)));
    }

    [Fact]
    public void Filters_fall_silent_and_not_into_denormals()
    {
        var tone = new ToneStack();
        tone.SetTarget(10, 10, 0);
        tone.Reset();
        var low = CutFilter.LowCut();
        low.SetTarget(100);
        low.Reset();
        var blocker = new DcBlocker();
        var input = new float[400_000];
        Signals.Noise(1000, seed: 8).CopyTo(input, 0);

        foreach (var process in new BlockProcess[] { tone.Process, low.Process, blocker.Process })
        {
            var output = Blocks.Run(process, input);
            Assert.DoesNotContain(output, float.IsSubnormal);
            Assert.All(output[300_000..], value => Assert.Equal(0f, value));
        }
    }

    private static BlockProcess Band(BandShape shape, double frequency, double quality, double gainDb, double rate)
    {
        var band = new EqualizerBand(shape, frequency, quality, quality);
        band.Prepare(rate);
        band.SetTarget(gainDb);
        band.Reset();
        return band.Process;
    }

    private static BlockProcess Cut(CutFilter cut, double frequency, double rate)
    {
        cut.Prepare(rate);
        cut.SetTarget(frequency);
        cut.Reset();
        return cut.Process;
    }

    private static BlockProcess Tone(double bass, double middle, double treble, double rate)
    {
        var tone = new ToneStack();
        tone.Prepare(rate);
        tone.SetTarget(bass, middle, treble);
        tone.Reset();
        return tone.Process;
    }

    private static void AssertResponse(BlockProcess process, double rate, Func<double, double> expectedDb)
    {
        var response = Blocks.Run(process, Signals.Impulse((int)(rate * 0.35)));
        foreach (var hz in Frequencies.Where(hz => hz < rate * 0.49))
        {
            // Deep in the stop band the single-precision output is the limit, not the filter.
            var expected = expectedDb(hz);
            if (expected > -60.0)
                Assert.Equal(expected, Signals.MagnitudeDb(response, rate, hz), tolerance: 0.01);
        }
    }

    private static void AssertCutIsClickFree(CutFilter cut, double from, double to)
    {
        var input = Signals.Sine(24_000, 48_000, 82.4, 0.1, phase: 0.7);
        cut.SetTarget(from);
        cut.Reset();

        var output = Blocks.RunWithChanges(
            (cut.Process, part =>
            {
                if (part == 1)
                    cut.SetTarget(to);
            }),
            input,
            [64]);

        AssertNoClick(output, settledUntil: 8000, settledFrom: 16_000);
    }

    /// <summary>No sample bends more than twice as much as the settled signals do; a click of -80 dBFS would.</summary>
    private static void AssertNoClick(float[] output, int settledUntil, int settledFrom)
    {
        var settled = Math.Max(
            Signals.LargestBend(output.AsSpan(settledUntil / 2, settledUntil / 2)),
            Signals.LargestBend(output.AsSpan(settledFrom)));
        Assert.InRange(Signals.LargestBend(output.AsSpan(settledUntil / 2)), 0.0, (2.0 * settled) + 1e-4);
    }
}
