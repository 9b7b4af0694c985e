using NamPlugin.Cli.Tests.Pictures;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Verbs;

public sealed class CompareTests : CommandLineTest
{
    private readonly float[] _noise = Sound.Noise(48000);

    public CompareTests() => Sound.WriteMono(PathOf("a.wav"), _noise);

    [Fact]
    public void A_recording_is_the_same_as_itself()
    {
        var record = Assert.Single(Run("compare", "a.wav", "a.wav", "--json", "--max-esr", "0").ExitsWith(0).JsonLines);

        Assert.Equal(
            ["channel", "esr", "pre_emphasised_esr", "maximum_difference", "rms_difference", "stft_distance", "delay_samples", "gain_db", "inverted", "aligned_esr"],
            record.Select(static field => field.Key));
        foreach (var field in (string[])["esr", "pre_emphasised_esr", "maximum_difference", "rms_difference", "stft_distance", "delay_samples", "gain_db", "aligned_esr"])
            Assert.Equal(0, (double)record[field]!);
        Assert.False((bool)record["inverted"]!);
    }

    [Fact]
    public void Delay_gain_and_polarity_are_found()
    {
        float[] moved = [.. new float[123], .. _noise.Select(static sample => -0.5f * sample)];
        Sound.WriteMono(PathOf("b.wav"), moved);

        var outcome = Run("compare", "a.wav", "b.wav", "--json").ExitsWith(0).Says("the lengths differ (48000 and 48123 frames)");
        var record = Assert.Single(outcome.JsonLines);

        Assert.Equal(123, (double)record["delay_samples"]!, 0.01);
        Assert.Equal(-6.02, (double)record["gain_db"]!, 0.01);
        Assert.True((bool)record["inverted"]!);
        Assert.True((double)record["aligned_esr"]! < 1e-9);
        // Unrelated where they lie: the reference's energy and a quarter of it again.
        Assert.Equal(1.25, (double)record["esr"]!, 0.05);
    }

    [Fact]
    public void The_numbers_are_those_of_the_definition()
    {
        Sound.WriteMono(PathOf("b.wav"), [.. _noise.Select(static sample => 0.99f * sample)]);

        var record = Assert.Single(Run("compare", "a.wav", "b.wav", "--json").ExitsWith(0).JsonLines);

        Assert.Equal(1e-4, (double)record["esr"]!, 1e-7);
        Assert.Equal(0.01 * Sound.Peak(_noise), (double)record["maximum_difference"]!, 1e-6);
        Assert.Equal(0.01 * Math.Sqrt(_noise.Average(static sample => (double)sample * sample)), (double)record["rms_difference"]!, 1e-6);
        Assert.Equal(20 * Math.Log10(0.99), (double)record["gain_db"]!, 1e-3);
    }

    [Theory]
    [InlineData("2e-4", 0)]
    [InlineData("0.5e-4", 1)]
    public void A_limit_decides_the_exit_code(string limit, int code)
    {
        Sound.Write(PathOf("a2.wav"), new WavFormat(48000, 2, WavEncoding.Float32), _noise, _noise);
        Sound.Write(PathOf("b2.wav"), new WavFormat(48000, 2, WavEncoding.Float32), _noise, [.. _noise.Select(static sample => 0.99f * sample)]);

        var outcome = Run("compare", "a2.wav", "b2.wav", "--max-esr", limit).ExitsWith(code);

        Assert.Contains("channel 2", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_reads_as_it_should()
    {
        Sound.WriteMono(PathOf("b.wav"), [.. new float[10], .. _noise[..^10].Select(static sample => 0.5f * sample)]);

        Snapshot.Matches("compare.txt", Run("compare", "a.wav", "b.wav").ExitsWith(0).Output);
    }

    [Fact]
    public void A_picture_is_drawn()
    {
        Run("compare", "a.wav", "a.wav", "--png", "difference.png").ExitsWith(0);

        Assert.True(Png.Decode(File.ReadAllBytes(PathOf("difference.png"))).Width >= 800);
    }

    [Theory]
    [InlineData("missing.wav", 3, "no such file")]
    [InlineData("text.wav", 3, "RIFF")]
    [InlineData("44.wav", 2, "different sample rates (48000 and 44100 Hz)")]
    [InlineData("stereo.wav", 2, "1 and 2 channels")]
    public void What_cannot_be_compared_is_an_error_apart_from_a_difference(string other, int code, string said)
    {
        File.WriteAllText(PathOf("text.wav"), "no sound, only text");
        Sound.WriteMono(PathOf("44.wav"), _noise, 44100);
        Sound.Write(PathOf("stereo.wav"), new WavFormat(48000, 2, WavEncoding.Float32), _noise, _noise);

        Assert.Empty(Run("compare", "a.wav", other, "--max-esr", "1").ExitsWith(code).Says(said).OutputBytes);
    }

    [Fact]
    public void Silence_and_the_shortest_recordings_compare()
    {
        Sound.WriteMono(PathOf("silence.wav"), new float[1000]);
        Sound.WriteMono(PathOf("empty.wav"), []);
        Sound.WriteMono(PathOf("one.wav"), [0.5f]);

        var silence = Assert.Single(Run("compare", "silence.wav", "silence.wav", "--json", "--max-esr", "0").ExitsWith(0).JsonLines);
        var lost = Assert.Single(Run("compare", "silence.wav", "a.wav", "--json", "--max-esr", "1").ExitsWith(1).JsonLines);
        Run("compare", "empty.wav", "empty.wav", "--png", "empty.png").ExitsWith(0);
        Run("compare", "one.wav", "one.wav", "--png", "one.png").ExitsWith(0);

        Assert.Equal(0, (double)silence["esr"]!);
        Assert.Null(lost["esr"]);
    }
}
