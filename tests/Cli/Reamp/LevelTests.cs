using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Metering;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Gains, targets, dither and clipping.</summary>
public sealed class LevelTests : CommandLineTest
{
    private const int Seconds = 2;

    // Far above the DC blocker, so that gains can be read off.
    private readonly float[] _sine = Sound.Sine(1000, Seconds * 48000, 0.25);

    public LevelTests() => Sound.WriteMono(PathOf("in.wav"), _sine);

    [Theory]
    [InlineData("""{"loudness": -12.0}""", -6.0, "output normalized (-6.0 dB)")]
    [InlineData("""{"loudness": -30.0}""", 12.0, "output normalized (+12.0 dB)")]
    [InlineData("{}", 0.0, "does not state its loudness")]
    public void Normalized_is_usual_and_brings_the_stated_loudness_to_minus_18_dB(string metadata, double expectedDb, string said)
    {
        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("amp.nam"), metadata: metadata)).ExitsWith(0).Says(said);

        Assert.Equal(expectedDb, GainDb("in_reamp.wav"), 0.01);
    }

    [Theory]
    [InlineData(new[] { "--output", "raw" }, 0.0)]
    [InlineData(new[] { "--output", "raw", "--input-db", "-6", "--output-db", "1.5" }, -4.5)]
    [InlineData(new[] { "--output", "raw", "--dbu", "12" }, 12 - 4.0)]
    [InlineData(new[] { "--output", "calibrated", "--dbu", "12" }, (12 - 4.0) + (6.5 - 12))]
    [InlineData(new[] { "--dbu", "0" }, (0 - 4.0) + (-18 - -10))]
    public void Gains_are_as_asked(string[] options, double expectedDb)
    {
        var capture = Captures.Gain(PathOf("amp.nam"), metadata: """{"loudness": -10, "input_level_dbu": 4.0, "output_level_dbu": 6.5}""");

        Run(["reamp", "in.wav", "--model", capture, .. options]).ExitsWith(0);

        Assert.Equal(expectedDb, GainDb("in_reamp.wav"), 0.01);
    }

    [Fact]
    public void Levels_that_the_capture_does_not_state_are_said_to_be_missing()
    {
        var capture = Captures.Gain(PathOf("amp.nam"));

        Run("reamp", "in.wav", "--model", capture, "--dbu", "12", "--output", "calibrated").ExitsWith(0)
            .Says("does not state its input level; the input is not calibrated").Says("does not state its output level; the output is not calibrated");
        Run("reamp", "in.wav", "--model", capture, "--output", "calibrated").ExitsWith(2).Says("--dbu");

        Assert.Equal(0, GainDb("in_reamp.wav"), 0.01);
    }

    [Theory]
    [InlineData(-23.0)]
    [InlineData(-14.5)]
    public void A_loudness_is_reached(double target)
    {
        Run("reamp", "in.wav", "--model", Captures.GoldenModel("wn_a1_gated.nam"), "--output", $"lufs:{target}").ExitsWith(0).Says($"output lufs:{target}");

        Assert.Equal(target, Lufs("in_reamp.wav"), 0.05);
    }

    [Theory]
    [InlineData(-1.0, "32f")]
    [InlineData(-1.0, "16")]
    [InlineData(-40.0, "24")]
    public void A_peak_is_reached(double target, string bits)
    {
        Run("reamp", "in.wav", "--model", Captures.GoldenModel("wn_a1_gated.nam"), "--output", $"peak:{target}", "--bits", bits).ExitsWith(0);

        Assert.Equal(target, 20 * Math.Log10(Sound.Peak(Sound.ReadMono(PathOf("in_reamp.wav")))), 0.01);
    }

    [Fact]
    public void Silence_has_no_level_to_be_brought_anywhere()
    {
        Sound.WriteMono(PathOf("silence.wav"), new float[48000]);

        Run("reamp", "silence.wav", "--model", Captures.Gain(PathOf("amp.nam")), "--output", "lufs:-18").ExitsWith(0).Says("nothing to measure").Says("silent");

        Assert.All(Sound.ReadMono(PathOf("silence_reamp.wav")), static sample => Assert.Equal(0f, sample));
    }

    [Theory]
    [InlineData("16")]
    [InlineData("24")]
    public void Clipping_is_counted_and_the_advice_holds(string bits)
    {
        var capture = Captures.Gain(PathOf("amp.nam"), 6);
        var line = Assert.Single(Run("reamp", "in.wav", "--model", capture, "--bits", bits, "--json").ExitsWith(0).JsonLines);
        Assert.InRange((long)line["clipped_samples"]!, _sine.Count(static sample => sample * 6.01 > 1), _sine.Length);
        var advice = (double)line["unclipped_db"]!;
        Assert.InRange(advice, -3.7, -3.5);

        Run("reamp", "in.wav", "--model", capture, "--bits", bits, "--overwrite").ExitsWith(0).Says($"samples clipped; --output-db {advice} or --bits 32f avoids it");
        foreach (var remedy in (string[][])[["--bits", bits, "--output-db", $"{advice}"], ["--bits", "32f"]])
        {
            line = Assert.Single(Run(["reamp", "in.wav", "--model", capture, "--overwrite", "--json", .. remedy]).ExitsWith(0).JsonLines);
            Assert.Equal(0, (long)line["clipped_samples"]!);
        }
    }

    [Fact]
    public void The_advice_for_a_measured_level_is_another_level()
    {
        var capture = Captures.Gain(PathOf("amp.nam"));

        Run("reamp", "in.wav", "--model", capture, "--bits", "16", "--output", "peak:2").ExitsWith(0).Says("--output peak:-0.1 or --bits 32f avoids it");
        Run("reamp", "in.wav", "--model", capture, "--bits", "16", "--output", "peak:-0.1", "--overwrite").ExitsWith(0);
        Assert.Equal(-0.1, 20 * Math.Log10(Sound.Peak(Sound.ReadMono(PathOf("in_reamp.wav")))), 0.01);
    }

    [Fact]
    public void A_full_scale_peak_does_not_count_as_clipped()
    {
        Sound.WriteMono(PathOf("full.wav"), [1f, -1f, 0.5f]);

        var line = Assert.Single(Run("reamp", "full.wav", "--model", Captures.Gain(PathOf("amp.nam")), "--raw", "--bits", "16", "--json").ExitsWith(0).JsonLines);

        Assert.Equal(0, (long)line["clipped_samples"]!);
        Assert.Null(line["unclipped_db"]);
    }

    [Fact]
    public void Integers_are_dithered_with_a_triangular_density_and_floats_are_not()
    {
        // Half a step of 16 bits: without dither it would round to silence or to one step throughout.
        var half = Enumerable.Repeat(0.5f / 32768, 100_000).ToArray();
        Sound.WriteMono(PathOf("half.wav"), half);
        var capture = Captures.Gain(PathOf("amp.nam"));
        Run("reamp", "half.wav", "--model", capture, "--raw", "--bits", "16", "--out", "16.wav").ExitsWith(0);
        Run("reamp", "half.wav", "--model", capture, "--raw", "--out", "32.wav").ExitsWith(0);

        var steps = Sound.ReadMono(PathOf("16.wav")).Select(static sample => sample * 32768.0).ToArray();
        Assert.Equal(0.5, steps.Average(), 0.02);
        // Rounding and dither together: 1/12 + 2/12 of a step squared.
        Assert.Equal(0.25, steps.Average(static step => (step - 0.5) * (step - 0.5)), 0.01);
        Assert.Equal(half, Sound.ReadMono(PathOf("32.wav")));
    }

    [Fact]
    public void Any_number_of_jobs_gives_the_same_bytes()
    {
        string[] names = [.. Enumerable.Range(0, 6).Select(static i => $"takes/{i}.wav")];
        foreach (var (name, index) in names.Select(static (name, index) => (name, index)))
            Sound.WriteMono(PathOf(name), Sound.Noise(20_000 + (index * 1000), seed: index));

        foreach (var jobs in (string[])["1", "4"])
            Run("reamp", "takes", "--model", Captures.GoldenModel("wn_a1_gated.nam"), "--bits", "16", "--jobs", jobs, "--out-dir", $"jobs{jobs}").ExitsWith(0);

        Assert.All(Enumerable.Range(0, 6), index => Assert.Equal(File.ReadAllBytes(PathOf("jobs1", $"{index}_reamp.wav")), File.ReadAllBytes(PathOf("jobs4", $"{index}_reamp.wav"))));
    }

    private double GainDb(string name)
    {
        var output = Sound.ReadMono(PathOf(name));
        // The middle, where filters have settled.
        var range = 48000..90000;
        return 20 * Math.Log10(Sound.Peak(output[range]) / Sound.Peak(_sine[range]));
    }

    private unsafe double Lufs(string name)
    {
        var output = Sound.ReadMono(PathOf(name));
        var meter = new LoudnessMeter(48000, 1);
        fixed (float* plane = output)
        {
            var planes = plane;
            meter.Add(&planes, output.Length);
        }

        return meter.IntegratedLufs;
    }
}
