using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Metering;
using NamPlugin.Dsp.Metering.Comparison;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Impulse responses, tails and the gate.</summary>
public sealed class CabinetTests : CommandLineTest
{
    private const int Frames = 48000;

    private readonly string _capture;
    private readonly float[] _di = Sound.Chord(Frames / 48000.0, 48000);

    public CabinetTests()
    {
        _capture = Captures.Gain(PathOf("amp.nam"));
        Sound.WriteMono(PathOf("di.wav"), _di);
        Sound.WriteMono(PathOf("a.wav"), Response(1));
        Sound.WriteMono(PathOf("b.wav"), Response(2));
        Sound.Write(PathOf("stereo.wav"), new WavFormat(48000, 2, WavEncoding.Float32), Response(3), Response(4));
    }

    [Fact]
    public void A_response_is_convolved_with_the_sound_and_delays_nothing()
    {
        var dry = Reamp("di.wav")[0];
        var wet = Reamp("di.wav", "--ir", "a.wav")[0];

        AssertConvolved(dry, Response(1), wet);
    }

    [Fact]
    public void Two_responses_are_mixed_in_equal_parts()
    {
        var (a, b) = (Reamp("di.wav", "--ir", "a.wav")[0], Reamp("di.wav", "--ir", "b.wav")[0]);

        var both = Reamp("di.wav", "--ir", "a.wav", "--ir", "b.wav")[0];

        Sound.Near([.. a.Zip(b, static (a, b) => (a + b) / 2)], both, 1e-6);
        Run("reamp", "di.wav", "--model", _capture, "--ir", "a.wav", "--ir", "b.wav", "--ir", "a.wav").ExitsWith(2).Says("twice at most");
    }

    [Fact]
    public void A_stereo_response_has_a_side_for_each_channel()
    {
        Sound.Write(PathOf("two.wav"), new WavFormat(48000, 2, WavEncoding.Float32), _di, _di);
        var dry = Reamp("di.wav")[0];

        var wet = Reamp("two.wav", "--ir", "stereo.wav");
        var mono = Reamp("di.wav", "--ir", "stereo.wav");

        AssertConvolved(dry, Response(3), wet[0]);
        AssertConvolved(dry, Response(4), wet[1]);
        Assert.Equal(wet[0], Assert.Single(mono));
    }

    [Fact]
    public void The_tail_rings_out_only_where_it_is_kept()
    {
        // Sound up to the very end, so that there is something to ring.
        Sound.WriteMono(PathOf("loud.wav"), Sound.Noise(Frames));

        var cut = Reamp("loud.wav", "--ir", "a.wav")[0];
        var kept = Reamp("loud.wav", "--ir", "a.wav", "--keep-tail", "0.5")[0];

        Assert.Equal(Frames, cut.Length);
        Assert.Equal(Frames + 24000, kept.Length);
        Sound.Near(cut, kept[..Frames], 1e-6);
        Assert.True(Sound.Peak(kept[Frames..(Frames + 1000)]) > 1e-3);
        Assert.True(Sound.Peak(kept[^1000..]) < 1e-4);
    }

    [Fact]
    public void The_gate_closes_on_noise_and_leaves_music_alone()
    {
        float[] input = [.. Sound.Sine(440, Frames, 0.3), .. Sound.Noise(Frames, 1e-4)];
        Sound.WriteMono(PathOf("noisy.wav"), input);

        var open = Reamp("noisy.wav")[0];
        var gated = Reamp("noisy.wav", "--gate", "-60")[0];

        Sound.Near(open[2400..(Frames - 100)], gated[2400..(Frames - 100)], 1e-3);
        Assert.True(Level.Rms(gated.AsSpan(Frames + 24000)) < 0.1 * Level.Rms(open.AsSpan(Frames + 24000)));
    }

    private static float[] Response(int seed)
    {
        var noise = Sound.Noise(4800, seed: seed);
        return [.. noise.Select(static (sample, i) => i == 0 ? 1f : (float)(sample * Math.Exp(-i / 400.0)))];
    }

    // The level of a response follows a rule of its own; up to that one gain, and in place, the result is the convolution.
    private static void AssertConvolved(float[] dry, float[] response, float[] wet)
    {
        var expected = new float[dry.Length];
        for (var i = 0; i < dry.Length; i++)
        {
            var sum = 0.0;
            for (var tap = Math.Min(i, response.Length - 1); tap >= 0; tap--)
                sum += (double)response[tap] * dry[i - tap];
            expected[i] = (float)sum;
        }

        var comparison = SignalComparison.Measure(expected, wet, 4800);
        Assert.InRange(comparison.Alignment.DelaySamples, -0.01, 0.01);
        Assert.False(comparison.Alignment.IsInverted);
        Assert.True(comparison.AlignedEsr < 1e-8, $"ESR {comparison.AlignedEsr:g3}");
    }

    private float[][] Reamp(params string[] arguments)
    {
        var output = $"{Guid.NewGuid():N}.wav";
        Run(["reamp", .. arguments, "--model", _capture, "--out", output]).ExitsWith(0);
        return Sound.Read(PathOf(output));
    }
}
