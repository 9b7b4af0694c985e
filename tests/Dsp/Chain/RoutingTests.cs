using NamPlugin.Dsp.Chain;

namespace NamPlugin.Dsp.Tests.Chain;

/// <summary>Channels, cabinets on two sides, bypass, and that no switch among them clicks.</summary>
public sealed class RoutingTests
{
    private const int Frames = 24_000;

    private static readonly ChainSettings Plain = new() { OutputMode = OutputMode.Raw };

    private static readonly float[] Left = Signals.Sine(Frames, 48_000, 82.0, 0.2, phase: 0.7);
    private static readonly float[] Right = Signals.Sine(Frames, 48_000, 54.0, 0.3, phase: -0.9);

    [Theory]
    [InlineData(InputRouting.MonoMix, 0.5f, 0.5f)]
    [InlineData(InputRouting.MonoLeft, 1f, 0f)]
    [InlineData(InputRouting.MonoRight, 0f, 1f)]
    public void Mono_sends_one_signal_through_one_amp_to_both_sides(InputRouting routing, float left, float right)
    {
        var model = new Waveshaper(x => x);
        using var chain = new ChainUnderTest(Plain with { Routing = routing }, model);

        var output = chain.Stereo(Left, Right);

        for (var t = 0; t < Frames; t++)
            Assert.Equal((left * Left[t]) + (right * Right[t]), model.Heard[t], tolerance: 1e-7f);
        Assert.True(Signals.BitEqual(output[0], output[1]));
    }

    [Fact]
    public void A_mono_input_is_the_same_in_every_mono_routing()
    {
        foreach (var routing in new[] { InputRouting.MonoMix, InputRouting.MonoLeft, InputRouting.MonoRight })
        {
            var model = new Waveshaper(x => x);
            using var chain = new ChainUnderTest(Plain with { Routing = routing }, model);

            var output = chain.Run([Left], 2);

            Assert.Equal(Left, model.Heard);
            Assert.True(Signals.BitEqual(output[0], output[1]));
        }
    }

    [Fact]
    public void Dual_mono_is_two_chains_that_know_nothing_of_each_other()
    {
        var settings = Plain with { Routing = InputRouting.DualMono, GateThresholdDb = -30, Bass = 8, LowCutHz = 60 };
        using var dual = new ChainUnderTest(settings, new Recurrent(), new Recurrent());
        using var left = new ChainUnderTest(settings with { Routing = InputRouting.MonoLeft }, new Recurrent());
        using var right = new ChainUnderTest(settings with { Routing = InputRouting.MonoLeft }, new Recurrent());

        var output = dual.Stereo(Left, Right);

        Assert.True(Signals.BitEqual(left.Mono(Left), output[0]));
        Assert.True(Signals.BitEqual(right.Mono(Right), output[1]));
    }

    [Fact]
    public void Dual_mono_sends_left_through_the_first_and_right_through_the_second_impulse_response()
    {
        using var chain = new ChainUnderTest(Plain with { Routing = InputRouting.DualMono, SecondIrOn = true, IrMix = 0.5 });
        chain.Chain.SetFirstImpulseResponse(new Late(1), new Late(1));
        chain.Chain.SetSecondImpulseResponse(new Late(2), new Late(2));

        var output = chain.Stereo(Signals.Impulse(3), Signals.Impulse(3));

        AssertImpulseAt(1, output[0]);
        AssertImpulseAt(2, output[1]);
    }

    [Fact]
    public void Dual_mono_sends_both_through_the_only_impulse_response_that_is_on()
    {
        using var chain = new ChainUnderTest(Plain with { Routing = InputRouting.DualMono });
        chain.Chain.SetFirstImpulseResponse(new Late(1), new Late(1));
        chain.Chain.SetSecondImpulseResponse(new Late(2), new Late(2));

        var output = chain.Stereo(Signals.Impulse(3), Signals.Impulse(3));

        AssertImpulseAt(1, output[0]);
        AssertImpulseAt(1, output[1]);
    }

    [Fact]
    public void A_stereo_cabinet_makes_two_sides_of_one_amp()
    {
        var model = new Waveshaper(x => x);
        using var chain = new ChainUnderTest(Plain, model);
        chain.Chain.SetFirstImpulseResponse(new Late(1), new Late(2));

        var output = chain.Stereo(Signals.Impulse(3), Signals.Impulse(3));

        Assert.Equal(3, model.Heard.Count);
        AssertImpulseAt(1, output[0]);
        AssertImpulseAt(2, output[1]);
    }

    [Fact]
    public void Bypass_gives_the_input_as_late_as_the_amp_would()
    {
        using var chain = new ChainUnderTest(Plain with { Bypass = true, InputDb = 12 }, new Late(123));
        chain.Chain.SetLatency(100, 23);

        var output = chain.Stereo(Left, Right, 64, 1, 700);

        Assert.True(Signals.BitEqual(Left.AsSpan(0, Frames - 123), output[0].AsSpan(123)));
        Assert.True(Signals.BitEqual(Right.AsSpan(0, Frames - 123), output[1].AsSpan(123)));
    }

    [Fact]
    public void Bypass_toggles_without_moving_the_signal_in_time()
    {
        // A neutral amp: the crossfade of a signal with itself is that signal; 1 kHz keeps out of the DC blocker's way.
        using var chain = new ChainUnderTest(Plain, new Late(200));
        chain.Chain.SetLatency(200);
        var input = Signals.Sine(Frames, 48_000, 1_000);
        List<float> output = [];
        for (var t = 0; t < Frames; t += 1000)
        {
            chain.Chain.Apply(Plain with { Bypass = t / 1000 % 2 == 1 });
            output.AddRange(chain.Mono(input[t..(t + 1000)]));
        }

        for (var t = 5000; t < Frames; t++)
            Assert.Equal(input[t - 200], output[t], tolerance: 0.005f);
    }

    public static TheoryData<string, ChainSettings, ChainSettings> Switches { get; } = new()
    {
        { "bypass", Plain with { OutputDb = 12 }, Plain with { OutputDb = 12, Bypass = true } },
        { "input", Plain, Plain with { InputDb = -24 } },
        { "output", Plain, Plain with { OutputDb = 12 } },
        { "output mode", Plain, Plain with { OutputMode = OutputMode.Normalized } },
        { "equaliser position", Plain with { Bass = 9 }, Plain with { Bass = 9, Equalizer = EqualizerPosition.Pre } },
        { "equaliser off", Plain with { Bass = 9 }, Plain with { Bass = 9, Equalizer = EqualizerPosition.Off } },
        { "cuts", Plain, Plain with { LowCutHz = 300, HighCutHz = 2_000 } },
        { "cabinet", Plain, Plain with { FirstIrOn = false } },
        { "cabinet mix", Plain with { SecondIrOn = true }, Plain with { SecondIrOn = true, IrMix = 0.8 } },
        { "second cabinet", Plain with { IrMix = 0.5 }, Plain with { IrMix = 0.5, SecondIrOn = true } },
        { "left to right", Plain with { Routing = InputRouting.MonoLeft }, Plain with { Routing = InputRouting.MonoRight } },
        { "mono to dual", Plain, Plain with { Routing = InputRouting.DualMono } },
        { "gate off", Plain with { GateThresholdDb = -30 }, Plain },
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void No_switch_clicks(string what, ChainSettings from, ChainSettings to)
    {
        foreach (var stereoCabinet in new[] { false, true })
        {
            foreach (var (before, after) in new[] { (from, to), (to, from) })
            {
                using var chain = new ChainUnderTest(before, new Waveshaper(x => 1.5f * x), new Waveshaper(x => 1.5f * x), new() { LoudnessDb = -26 });
                chain.Chain.SetFirstImpulseResponse(new Late(30), stereoCabinet ? new Late(90) : null);
                chain.Chain.SetSecondImpulseResponse(new Late(300), stereoCabinet ? new Late(20) : null);
                float[][] first = chain.Stereo(Left, Right, 480);
                chain.Chain.Apply(after);
                float[][] second = chain.Stereo(Left, Right, 480);

                for (var side = 0; side < 2; side++)
                    AssertNoClick(what, first[side], second[side]);
            }
        }
    }

    [Fact]
    public void Dual_mono_begins_without_a_click_even_where_amp_and_cabinet_answer_late()
    {
        using var chain = new ChainUnderTest(Plain, new Late(200), new Late(200));
        var left = new Late(300);
        for (var round = 0; round < 2; round++)
        {
            chain.Chain.Apply(Plain);
            chain.Chain.SetFirstImpulseResponse(left, null);
            var first = chain.Stereo(Left, Right, 480);
            chain.Chain.Apply(Plain with { Routing = InputRouting.DualMono });
            chain.Chain.SetFirstImpulseResponse(left, new Late(300));
            var second = chain.Stereo(Left, Right, 480);

            AssertNoClick("right", first[1], second[1]);
        }
    }

    [Fact]
    public void The_right_side_of_dual_mono_begins_anew_each_time()
    {
        var dual = Plain with { Routing = InputRouting.DualMono, LowCutHz = 100, Treble = 9, GateThresholdDb = -50 };
        var once = Play(new float[Frames]);
        var again = Play(Right);

        // What the DC blocker remembers after half a second is all that may differ.
        for (var t = 0; t < Frames; t++)
            Assert.Equal(once[t], again[t], tolerance: 1e-5f);

        float[] Play(float[] right)
        {
            using var chain = new ChainUnderTest(dual, new Late(200), new Late(200));
            chain.Stereo(Left, right);
            chain.Chain.Apply(dual with { Routing = InputRouting.MonoLeft });
            chain.Stereo(Left, right);
            chain.Chain.Apply(dual);
            return chain.Stereo(Left, Right)[1];
        }
    }

    /// <summary>
    /// Both sines end where they began, and not at 0, so the two runs join and a hard switch would show. Within the fades no sample bends
    /// more than twice as much as when settled; a click of -80 dBFS would.
    /// </summary>
    private static void AssertNoClick(string what, float[] first, float[] second)
    {
        float[] joined = [.. first[(Frames / 2)..], .. second];
        var settled = Math.Max(Signals.LargestBend(first.AsSpan(Frames / 2)), Signals.LargestBend(second.AsSpan(Frames / 2)));
        Assert.True(Signals.LargestBend(joined) < (2.0 * settled) + 1e-4, $"{what}: {Signals.LargestBend(joined)} against {settled}");
    }

    private static void AssertImpulseAt(int at, float[] response)
    {
        for (var t = 0; t < response.Length; t++)
            Assert.Equal(t == at ? 1f : 0f, response[t], tolerance: 1e-3f);
    }
}
