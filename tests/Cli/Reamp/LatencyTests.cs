using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Metering.Comparison;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Recordings at another rate than the capture's come out in place, to the sample.</summary>
public sealed class LatencyTests : CommandLineTest
{
    [Theory]
    [InlineData(44100)]
    [InlineData(88200)]
    [InlineData(96000)]
    [InlineData(192000)]
    [InlineData(22050)]
    public void The_latency_of_the_conversion_is_taken_out(int rate)
    {
        var input = Sound.Chord(1.5, rate);
        Sound.WriteMono(PathOf("in.wav"), input, rate);

        var line = Assert.Single(Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--raw", "--json").ExitsWith(0).JsonLines);

        var output = Sound.Read(PathOf("in_reamp.wav"), out var format)[0];
        Assert.Equal(new WavFormat(rate, 1, WavEncoding.Float32), format);
        Sound.Near(input, output, 1e-4);
        Assert.InRange(Aligner.Align(input, output, 1000).DelaySamples, -0.01, 0.01);
        Assert.True((int)line["latency_samples"]! > 0);
    }

    [Fact]
    public void A_render_at_44100_Hz_lines_up_with_the_one_at_the_models_rate()
    {
        // A network with a memory, and mild enough to keep its harmonics where both rates can hold them.
        var capture = Path.Combine(SharedMaterial.RepositoryRoot, "assets", "models", "mild-overdrive.nam");
        Sound.WriteMono(PathOf("48.wav"), Sound.Chord(2, 48000), 48000);
        Sound.WriteMono(PathOf("44.wav"), Sound.Chord(2, 44100), 44100);

        Run("reamp", "48.wav", "44.wav", "--model", capture, "--raw", "--suffix", "_wet").ExitsWith(0);
        // Through a capture that changes nothing, the second render comes to the rate of the first.
        Run("reamp", "44_wet.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--raw", "--rate", "48000", "--out", "44_at_48.wav").ExitsWith(0);

        var comparison = SignalComparison.Measure(Sound.ReadMono(PathOf("48_wet.wav")), Sound.ReadMono(PathOf("44_at_48.wav")), 1000);
        Assert.InRange(comparison.Alignment.DelaySamples, -0.01, 0.01);
        Assert.True(comparison.Esr < 1e-5, $"ESR {comparison.Esr:g3}");
    }

    [Theory]
    [InlineData("model", 48000)]
    [InlineData("48000", 48000)]
    [InlineData("96000", 96000)]
    [InlineData("same", 44100)]
    public void The_rate_of_the_output_is_as_asked(string asked, int expected)
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Chord(1, 44100), 44100);

        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--raw", "--rate", asked).ExitsWith(0);

        var output = Sound.Read(PathOf("in_reamp.wav"), out var format)[0];
        Assert.Equal(expected, format.SampleRateHz);
        Sound.Near(Sound.Chord(1, expected), output, 1e-4);
    }

    [Fact]
    public void Time_stamps_that_count_samples_are_spoken_of_when_the_rate_changes()
    {
        var chunk = new WavChunk("bext", new byte[602], WavChunkPlacement.BeforeFormat);
        Sound.Write(PathOf("in.wav"), new WavFormat(44100, 1, WavEncoding.Float32), [chunk], Sound.Noise(100));
        var capture = Captures.Gain(PathOf("identity.nam"));

        Run("reamp", "in.wav", "--model", capture, "--rate", "model", "--out", "48.wav").ExitsWith(0).Says("count samples of the old rate");
        Assert.DoesNotContain("old rate", Run("reamp", "in.wav", "--model", capture, "--out", "44.wav").ExitsWith(0).Error, StringComparison.Ordinal);
    }
}
