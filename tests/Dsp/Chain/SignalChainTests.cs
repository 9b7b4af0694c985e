using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Chain;

public sealed unsafe class SignalChainTests
{
    private const int Frames = 24_000;

    /// <summary>Levels as they are, nothing else in the way but the DC blocker.</summary>
    private static readonly ChainSettings Plain = new() { OutputMode = OutputMode.Raw };

    private static readonly ChainSettings Busy = new()
    {
        InputDb = 3,
        OutputDb = -4,
        CalibrateInput = true,
        GateThresholdDb = -30,
        GateReleaseMs = 20,
        Bass = 7,
        Middle = 3,
        Treble = 9,
        LowCutHz = 90,
        HighCutHz = 7_000,
        SecondIrOn = true,
        SecondIrDb = -3,
        IrMix = 0.3,
    };

    private static readonly ModelMetadata Capture = new() { LoudnessDb = -24, InputLevelDbu = 9, OutputLevelDbu = 15 };

    [Fact]
    public void A_fresh_chain_changes_nothing_but_the_DC()
    {
        using var chain = new ChainUnderTest();
        var input = Signals.Noise(Frames, seed: 1);

        var output = chain.Mono(input);

        Assert.True(Signals.BitEqual(Blocks.Run(new DcBlocker().Process, input), output));
    }

    [Fact]
    public void The_model_hears_trim_calibration_low_cut_and_the_tone_stack_before_it()
    {
        var model = new Waveshaper(_ => 0f);
        var settings = Plain with
        {
            InputDb = 4,
            CalibrateInput = true,
            InterfaceDbu = 12,
            LowCutHz = 200,
            Equalizer = EqualizerPosition.Pre,
            Bass = 9,
            Treble = 2,
            HighCutHz = 2_000,
            OutputDb = 20,
            GateThresholdDb = -20,
        };
        using var chain = new ChainUnderTest(settings, model, metadata: Capture);

        chain.Mono(Signals.Impulse(Frames));

        foreach (var hz in new[] { 50.0, 200.0, 1_000.0, 5_000.0, 12_000.0 })
        {
            var expected = 4 + (12 - 9) + Cookbook.LowCutDb(48_000, hz, 200) + Cookbook.ToneStackDb(48_000, hz, 9, 5, 2);
            Assert.Equal(expected, Signals.MagnitudeDb([.. model.Heard], 48_000, hz), tolerance: 0.01);
        }
    }

    [Fact]
    public void The_impulse_response_hears_the_model_through_tone_stack_and_high_cut()
    {
        var model = new Waveshaper(x => 2f * x);
        var cabinet = new Waveshaper(x => x);
        var settings = Plain with { Bass = 1, Middle = 8, HighCutHz = 3_000, OutputDb = 20, OutputMode = OutputMode.Normalized };
        using var chain = new ChainUnderTest(settings, model, metadata: Capture);
        chain.Chain.SetFirstImpulseResponse(cabinet, null);

        chain.Mono(Signals.Impulse(Frames));

        Assert.Equal(Signals.Impulse(Frames), model.Heard);
        foreach (var hz in new[] { 50.0, 425.0, 1_000.0, 5_000.0 })
        {
            var expected = (20 * Math.Log10(2)) + Cookbook.HighCutDb(48_000, hz, 3_000) + Cookbook.ToneStackDb(48_000, hz, 1, 8, 5);
            Assert.Equal(expected, Signals.MagnitudeDb([.. cabinet.Heard], 48_000, hz), tolerance: 0.01);
        }
    }

    [Fact]
    public void The_gate_listens_before_the_model_and_acts_after_it()
    {
        var model = new Waveshaper(x => MathF.Tanh(1e4f * x));
        var cabinet = new Waveshaper(x => x);
        using var chain = new ChainUnderTest(Plain with { GateThresholdDb = -60 }, model);
        chain.Chain.SetFirstImpulseResponse(cabinet, null);
        var hiss = Signals.Noise(Frames, seed: 2, amplitude: 1e-4);

        chain.Mono(hiss);

        Assert.Equal(hiss, model.Heard);
        Assert.All(cabinet.Heard, value => Assert.InRange(Math.Abs(value), 0f, 1e-3f));
    }

    [Fact]
    public void DC_is_removed_after_the_impulse_response_and_before_the_output_gain()
    {
        var cabinet = new Waveshaper(x => x);
        using var chain = new ChainUnderTest(Plain with { OutputDb = 6 }, new Waveshaper(_ => 0.5f));
        chain.Chain.SetFirstImpulseResponse(cabinet, null);

        var output = chain.Mono(new float[48_000]);

        Assert.All(cabinet.Heard, value => Assert.Equal(0.5f, value));
        Assert.InRange(output[0], 0.99f, 1f);
        Assert.InRange(Math.Abs(output[^1]), 0f, 1e-6f);
    }

    [Theory]
    [InlineData(OutputMode.Raw, 0)]
    [InlineData(OutputMode.Normalized, 6)]
    [InlineData(OutputMode.Calibrated, 3)]
    public void The_output_mode_sets_the_level_by_what_the_capture_states(OutputMode mode, double expectedDb)
    {
        using var chain = new ChainUnderTest(new ChainSettings { OutputMode = mode, InterfaceDbu = 12 }, metadata: Capture);

        var response = chain.Mono(Signals.Impulse(Frames));

        Assert.Equal(expectedDb, Signals.MagnitudeDb(response, 48_000, 1_000), tolerance: 0.001);
    }

    [Fact]
    public void A_new_model_comes_with_its_own_level_at_once()
    {
        using var chain = new ChainUnderTest(new ChainSettings { CalibrateInput = true }, metadata: Capture);
        chain.Mono(Signals.Sine(480, 48_000, 1_000));
        var model = new Waveshaper(x => x);

        chain.Chain.SetModel(model, null, Capture with { LoudnessDb = -12, InputLevelDbu = 12 });
        var output = chain.Mono(Signals.Constant(1, 0.5));

        Assert.Equal(0.5f, model.Heard[0]);
        Assert.InRange(Math.Abs(output[0]), 0f, 0.51f * (float)Decibels.ToGain(-6));
    }

    [Theory]
    [InlineData(false, false, 0.5, 1.0, 0.0, 0.0)]
    [InlineData(true, false, 0.5, 0.0, 1.0, 0.0)]
    [InlineData(false, true, 0.5, 0.0, 0.0, 1.0)]
    [InlineData(true, true, 0.0, 0.0, 1.0, 0.0)]
    [InlineData(true, true, 0.25, 0.0, 0.75, 0.25)]
    [InlineData(true, true, 1.0, 0.0, 0.0, 1.0)]
    public void Two_impulse_responses_are_mixed_in_parallel(bool firstOn, bool secondOn, double mix, double through, double first, double second)
    {
        var settings = Plain with { FirstIrOn = firstOn, SecondIrOn = secondOn, IrMix = mix, FirstIrDb = -6, SecondIrDb = 3 };
        using var chain = new ChainUnderTest(settings);
        chain.Chain.SetFirstImpulseResponse(new Late(1), null);
        chain.Chain.SetSecondImpulseResponse(new Late(2), null);

        var response = chain.Mono(Signals.Impulse(3));

        var expected = new[] { (float)through, (float)(first * Decibels.ToGain(-6)), (float)(second * Decibels.ToGain(3)) };
        var blocked = Blocks.Run(new DcBlocker().Process, expected);
        for (var t = 0; t < 3; t++)
            Assert.Equal(blocked[t], response[t], tolerance: 1e-6f);
    }

    [Fact]
    public void A_slot_without_impulse_response_lets_the_signal_through()
    {
        using var chain = new ChainUnderTest(Plain with { SecondIrOn = true, IrMix = 0.5 });
        chain.Chain.SetSecondImpulseResponse(new Late(2), null);

        Assert.Equal(1f, chain.Mono(Signals.Impulse(3))[2], tolerance: 1e-3f);

        chain.Chain.SetSecondImpulseResponse(null, null);
        chain.Chain.Reset();
        Assert.Equal(1f, chain.Mono(Signals.Impulse(3))[0], tolerance: 1e-3f);
    }

    [Fact]
    public void An_impulse_response_that_is_switched_on_again_begins_anew()
    {
        using var chain = new ChainUnderTest(Plain);
        var cabinet = new Late(700);
        chain.Chain.SetFirstImpulseResponse(cabinet, null);
        chain.Mono(Signals.Noise(Frames, seed: 3));
        chain.Chain.Apply(Plain with { FirstIrOn = false });
        chain.Mono(new float[Frames]);
        var (resets, heard) = (cabinet.Resets, cabinet.Heard.Count);
        chain.Mono(new float[Frames]);
        Assert.Equal(heard, cabinet.Heard.Count);

        chain.Chain.Apply(Plain);

        Assert.Equal(resets + 1, cabinet.Resets);
        Assert.All(chain.Mono(new float[1000]), value => Assert.InRange(Math.Abs(value), 0f, 1e-6f));
    }

    [Fact]
    public void The_gate_waits_for_a_model_that_answers_late()
    {
        var cabinet = new Waveshaper(x => x);
        using var chain = new ChainUnderTest(Plain with { GateThresholdDb = -40 }, new Late(500));
        chain.Chain.SetLatency(500);
        chain.Chain.SetFirstImpulseResponse(cabinet, null);
        using var prompt = new ChainUnderTest(Plain with { GateThresholdDb = -40 });
        var promptCabinet = new Waveshaper(x => x);
        prompt.Chain.SetFirstImpulseResponse(promptCabinet, null);
        float[] input = [.. new float[3000], .. Signals.Noise(9000, seed: 4), .. Signals.Noise(12_000, seed: 5, amplitude: 1e-3)];

        chain.Mono(input);
        prompt.Mono(input);

        Assert.Equal(promptCabinet.Heard[..^500], cabinet.Heard[500..]);
    }

    [Fact]
    public void The_output_does_not_depend_on_the_partition()
    {
        float[][] input =
        [
            [.. Signals.Noise(3000, seed: 6), .. Signals.Noise(6000, seed: 7, amplitude: 1e-3)],
            [.. Signals.Sine(9000, 48_000, 220)],
        ];
        InputRouting[] routings = [InputRouting.MonoMix, InputRouting.DualMono, InputRouting.MonoRight];
        Prop.ForAll(
            Blocks.Partitions,
            sizes =>
            {
                foreach (var stereoCabinet in new[] { false, true })
                {
                    var whole = Play(3000);
                    var parts = Play(sizes);
                    if (!Signals.BitEqual(whole[0], parts[0]) || !Signals.BitEqual(whole[1], parts[1]))
                        return false;

                    float[][] Play(params int[] partition)
                    {
                        using var chain = new ChainUnderTest(Plain, new Recurrent(), new Recurrent(), Capture);
                        chain.Chain.SetLatency(37);
                        chain.Chain.SetFirstImpulseResponse(new Late(100), stereoCabinet ? new Late(160) : null);
                        chain.Chain.SetSecondImpulseResponse(new Late(300), stereoCabinet ? new Late(20) : null);
                        List<float>[] output = [[], []];
                        for (var part = 0; part < 3; part++)
                        {
                            chain.Chain.Apply((part == 1 ? Plain : Busy) with { Routing = routings[part], Bypass = part == 1 });
                            var range = (part * 3000)..((part + 1) * 3000);
                            var y = chain.Stereo(input[0][range], input[1][range], partition);
                            output[0].AddRange(y[0]);
                            output[1].AddRange(y[1]);
                        }
                        return [[.. output[0]], [.. output[1]]];
                    }
                }
                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Input_and_output_may_be_the_same_memory()
    {
        var left = Signals.Noise(2000, seed: 8);
        var right = Signals.Noise(2000, seed: 9);
        using var apart = new ChainUnderTest(Busy with { Routing = InputRouting.DualMono }, new Recurrent(), new Recurrent(), Capture);
        using var inPlace = new ChainUnderTest(Busy with { Routing = InputRouting.DualMono }, new Recurrent(), new Recurrent(), Capture);

        var expected = apart.Stereo(left, right);
        fixed (float* l = left, r = right)
        {
            var planes = stackalloc float*[2] { l, r };
            inPlace.Chain.Process(planes, 2, planes, 2, 2000);
        }

        Assert.True(Signals.BitEqual(expected[0], left));
        Assert.True(Signals.BitEqual(expected[1], right));
    }

    [Fact]
    public void Processing_and_turning_allocate_nothing()
    {
        using var chain = new ChainUnderTest(
            Busy with { Routing = InputRouting.DualMono },
            new Recurrent { Records = false },
            new Recurrent { Records = false },
            Capture);
        chain.Chain.SetFirstImpulseResponse(new Recurrent { Records = false }, new Recurrent { Records = false });
        var x = Signals.Noise(1000, seed: 10);
        x[500] = float.NaN;

        fixed (float* pointer = x)
        {
            var planes = stackalloc float*[2] { pointer, pointer };
            var target = stackalloc float*[2] { pointer, pointer };
            Blocks.AssertAllocatesNothing(() =>
            {
                chain.Chain.Apply(Busy with { Bass = 2, Bypass = true, Routing = InputRouting.MonoLeft });
                chain.Chain.Process(planes, 2, target, 2, 1000);
                chain.Chain.Apply(Busy with { Routing = InputRouting.DualMono });
                chain.Chain.Process(planes, 2, target, 2, 1000);
                chain.Chain.SetLatency(100);
                chain.Chain.Reset();
            });
        }
    }

    [Fact]
    public void Input_that_is_not_audio_is_heard_as_silence_and_leaves_no_trace()
    {
        var clean = Signals.Noise(Frames, seed: 11);
        var broken = (float[])clean.Clone();
        float[] hostile = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue];
        for (var i = 0; i < hostile.Length; i++)
        {
            clean[1000 + i] = 0f;
            broken[1000 + i] = hostile[i];
        }
        using var healthy = new ChainUnderTest(Busy, new Recurrent(), metadata: Capture);
        using var attacked = new ChainUnderTest(Busy, new Recurrent(), metadata: Capture);

        Assert.True(Signals.BitEqual(healthy.Mono(clean), attacked.Mono(broken)));
        Assert.Equal(0, healthy.Chain.ReplacedInputSamples);
        Assert.Equal(hostile.Length, attacked.Chain.ReplacedInputSamples);
    }

    [Fact]
    public void A_model_that_overflows_is_reset_and_counted()
    {
        var armed = true;
        var model = new Waveshaper(x => armed && x > 0.4f ? float.NaN : x);
        using var chain = new ChainUnderTest(Busy, model, metadata: Capture);
        var resets = model.Resets;

        var poisoned = chain.Mono(Signals.Noise(Frames, seed: 12, amplitude: 1));
        armed = false;
        var recovered = chain.Mono(Signals.Sine(Frames, 48_000, 440));

        Assert.All(poisoned, value => Assert.True(float.IsFinite(value)));
        Assert.True(model.Resets > resets);
        Assert.True(chain.Chain.ReplacedNetworkSamples > 0);
        Assert.InRange(Signals.Peak(recovered.AsSpan(Frames / 2)), 0.01, 10.0);
    }

    [Fact]
    public void An_empty_block_and_no_input_are_allowed()
    {
        using var chain = new ChainUnderTest(Busy, new Recurrent());
        chain.Chain.Process(null, 0, null, 0, 0);
        var y = Signals.Constant(600, 1.0);

        fixed (float* pointer = y)
        {
            var planes = stackalloc float*[1] { pointer };
            chain.Chain.Process(null, 0, planes, 1, 600);
        }

        Assert.All(y, value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Reset_brings_back_the_very_beginning()
    {
        using var chain = new ChainUnderTest(Busy with { Routing = InputRouting.DualMono }, new Recurrent(), new Recurrent(), Capture);
        chain.Chain.SetFirstImpulseResponse(new Late(30), new Late(40));
        var left = Signals.Noise(Frames, seed: 13);
        var right = Signals.Noise(Frames, seed: 14);

        var first = chain.Stereo(left, right);
        chain.Chain.Reset();
        var again = chain.Stereo(left, right);

        Assert.True(Signals.BitEqual(first[0], again[0]));
        Assert.True(Signals.BitEqual(first[1], again[1]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void A_senseless_rate_is_refused(double rate)
    {
        using var chain = new SignalChain();

        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Prepare(rate, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Prepare(48_000, -1));
    }
}
