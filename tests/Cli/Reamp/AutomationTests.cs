using System.Globalization;
using NamPlugin.Cli.Reamp;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Widths, fixed and over time.</summary>
public sealed class AutomationTests : CommandLineTest
{
    private const int FadeFrames = (int)(WidthSwitcher.CrossfadeMilliseconds * 48);

    [Theory]
    [InlineData("full", 1f)]
    [InlineData("1", 1f)]
    [InlineData("0.5", 1f)]
    [InlineData("0.4999", 0.5f)]
    [InlineData("lite", 0.5f)]
    [InlineData("0", 0.5f)]
    public void A_width_selects_its_variant(string width, float gain)
    {
        Sound.WriteMono(PathOf("in.wav"), Ones(1000));

        Run("reamp", "in.wav", "--model", Captures.HalfAndWhole(PathOf("amp.nam")), "--raw", "--width", width).ExitsWith(0);

        Assert.All(Sound.ReadMono(PathOf("in_reamp.wav")), sample => Assert.Equal(gain, sample));
    }

    [Theory]
    [InlineData("--width", "1.1")]
    [InlineData("--width", "0,5")]
    [InlineData("--width", "half")]
    [InlineData("--automate", "0s:1")]
    [InlineData("--automate", "width=2s:1,1s:0")]
    [InlineData("--automate", "width=1m:1")]
    [InlineData("--automate", "width=1s")]
    [InlineData("--automate", "width=-1s:1")]
    [InlineData("--automate", "width=NaN:1")]
    [InlineData("--automate", "gain=0s:1")]
    public void What_is_no_width_is_a_usage_error(params string[] options)
    {
        Sound.WriteMono(PathOf("in.wav"), Ones(10));

        Run(["reamp", "in.wav", "--model", Captures.HalfAndWhole(PathOf("amp.nam")), .. options]).ExitsWith(2).Says(options[1]);
    }

    [Fact]
    public void A_width_for_a_capture_that_has_only_one_is_remarked_upon()
    {
        Sound.WriteMono(PathOf("in.wav"), Ones(10));

        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("amp.nam")), "--width", "lite").ExitsWith(0).Says("one width only");
    }

    [Theory]
    [InlineData(48000, "width=0s:1,500ms:1,500ms:0", 0.5)]
    [InlineData(48000, "width=0.1s:1,1.1s:0", 0.6)]
    [InlineData(48000, "width=0:1,0.43217:1,0.43217:lite", 0.43217)]
    [InlineData(44100, "width=0s:1,700ms:full,700ms:0", 0.7)]
    [InlineData(96000, "width=0s:1,0.3s:1,0.3s:0", 0.3)]
    public void A_switch_begins_at_its_sample_and_takes_one_fade(int rate, string automation, double seconds)
    {
        Sound.WriteMono(PathOf("in.wav"), Ones(rate), rate);

        var line = Assert.Single(Run("reamp", "in.wav", "--model", Captures.HalfAndWhole(PathOf("amp.nam"), rate), "--raw", "--automate", automation, "--json").ExitsWith(0).JsonLines);

        var output = Sound.ReadMono(PathOf("in_reamp.wav"));
        // A crossing from above is where the width is below the threshold for the first time: one sample behind it on a slope.
        var crossing = (int)Math.Ceiling(seconds * rate);
        var fade = (int)(WidthSwitcher.CrossfadeMilliseconds / 1000 * rate);
        Assert.Contains([crossing, crossing + 1], begin => FadeError(output, begin, fade) < 1e-6);
        Assert.Equal(1, (int)line["width_switches"]!);
    }

    // How far the output is from 1 before, 0.5 behind, and one smooth step between them.
    private static double FadeError(float[] output, int begin, int fade) => output.Select((sample, frame) =>
    {
        var progress = Math.Clamp((frame - begin + 1.0) / fade, 0, 1);
        return Math.Abs(1 - (0.5 * progress * progress * (3 - (2 * progress))) - sample);
    }).Max();

    [Fact]
    public void A_switch_stays_in_place_when_the_rate_is_converted()
    {
        Sound.WriteMono(PathOf("in.wav"), Ones(44100), 44100);

        Run("reamp", "in.wav", "--model", Captures.HalfAndWhole(PathOf("amp.nam")), "--raw", "--automate", "width=0s:1,0.5s:1,0.5s:0").ExitsWith(0);

        var output = Sound.ReadMono(PathOf("in_reamp.wav"));
        var middle = Array.FindIndex(output, 10_000, static sample => sample < 0.75f);
        Assert.InRange(middle - (0.5 * 44100) - (WidthSwitcher.CrossfadeMilliseconds / 2000 * 44100), -1.5, 1.5);
    }

    [Theory]
    [InlineData("slim_default4.nam")]
    [InlineData("container_mixed.nam")]
    public void Away_from_switches_the_sound_is_that_of_the_fixed_width(string name)
    {
        var capture = Captures.GoldenModel(name);
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(144_000));
        Run("reamp", "in.wav", "--model", capture, "--raw", "--automate", "width=0s:1,1s:1,1s:0,2s:0,2s:0.5", "--out", "moved.wav").ExitsWith(0);
        var moved = Sound.ReadMono(PathOf("moved.wav"));
        foreach (var (width, from, to) in new[] { ("1", 0, 48_000), ("0", 48_000 + FadeFrames, 96_000), ("0.5", 96_000 + FadeFrames, 144_000) })
        {
            Run("reamp", "in.wav", "--model", capture, "--raw", "--width", width, "--out", $"{width}.wav").ExitsWith(0);

            AssertSameButForAGlidingConstant(Sound.ReadMono(PathOf($"{width}.wav"))[from..to], moved[from..to]);
        }
    }

    // These captures have random weights, and put out constants in silence that differ from width to width; the switcher lets such a difference glide
    // away, slower than can be heard.
    private static void AssertSameButForAGlidingConstant(float[] expected, float[] actual)
    {
        const double SteepestGlide = 2e-5;
        const double Rounding = 2e-6;
        for (var frame = 1; frame < expected.Length; frame++)
        {
            var before = (double)actual[frame - 1] - expected[frame - 1];
            var now = (double)actual[frame] - expected[frame];
            Assert.InRange(Math.Abs(now - before), 0, SteepestGlide + Rounding);
        }
    }

    [Fact]
    public void Many_switches_are_all_made()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Sine(220, 4 * 48000));
        var points = string.Join(',', Enumerable.Range(0, 16).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{0.25 * i}s:{i % 2},{(0.25 * i) + 0.25}s:{i % 2}")));

        var line = Assert.Single(Run("reamp", "in.wav", "--model", Captures.HalfAndWhole(PathOf("amp.nam")), "--automate", $"width={points}", "--json").ExitsWith(0).JsonLines);

        Assert.Equal(15, (int)line["width_switches"]!);
    }

    [Fact]
    public void Every_width_of_a_slope_is_asked_for_where_the_slope_passes_it()
    {
        using var model = Dsp.Formats.ModelFile.Load(Captures.GoldenModel("slim_default4.nam"));
        using var variants = ModelVariants.Compile(model, Dsp.Kernels.Lanes.LaneWidths.Widest);
        var warmUp = variants.Variants[0].Program.WarmUpSamples;
        Assert.All(variants.Variants, variant => Assert.Equal(warmUp, variant.Program.WarmUpSamples));

        var schedule = WidthAutomation.Parse("width=1s:0,3s:1,4s:0").Schedule(variants, 48000, latencySamples: 0);

        // Thresholds at 1/4, 1/2 and 3/4; on the way down the first sample below them.
        var expected = (long[])[0, 72_000, 96_000, 120_000, 156_001, 168_001, 180_001];
        Assert.Equal(expected.Select(frame => Math.Max(0, frame - warmUp)), schedule.Select(static change => change.Frame));
        Assert.Equal([0, 1, 2, 3, 2, 1, 0], schedule.Select(change => variants.Map.VariantFor(change.Width)));
    }

    private static float[] Ones(int frames) => [.. Enumerable.Repeat(1f, frames)];
}
