using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Metering.Comparison;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Real captures and a real guitar, from <c>../shared</c>.</summary>
public sealed class CaptureTests : CommandLineTest
{
    private const string Di = "data/di-captures/di_tone3000_80s.wav";
    private const int Rate = 48000;

    [Theory]
    [InlineData("5150-blockletter", "std_5150-blockletter")]
    [InlineData("voxac15-topboost", "std_voxac15-topboost")]
    [InlineData("boss-sd1", "feather_boss-sd1")]
    public void A_recording_that_the_reference_made_is_matched(string recording, string capture)
    {
        var expected = Cut(SharedMaterial.Require($"data/di-captures/wet_{recording}_80s.wav"), seconds: 10);
        Sound.WriteMono(PathOf("di.wav"), Cut(SharedMaterial.Require(Di), seconds: 10));

        Run("reamp", "di.wav", "--model", SharedMaterial.Require($"data/nam-captures/{capture}.nam"), "--raw", "--bits", "32f", "--out", "wet.wav").ExitsWith(0);

        var esr = ErrorToSignalRatio.Of(expected, Sound.ReadMono(PathOf("wet.wav")));
        Assert.True(esr <= 1e-7, $"ESR {esr:g3}");
    }

    [Fact]
    public void Every_capture_plays_the_guitar_with_all_conventions_kept()
    {
        var captures = Directory.GetFiles(SharedMaterial.Require("data/nam-captures"), "*.nam");
        Assert.NotEmpty(captures);
        Sound.Write(PathOf("di.wav"), new WavFormat(Rate, 1, WavEncoding.Int24), Cut(SharedMaterial.Require(Di), seconds: 3));
        foreach (var capture in captures)
        {
            var name = Path.GetFileNameWithoutExtension(capture);
            var line = Assert.Single(Run("reamp", "di.wav", "--model", capture, "--out", $"{name}.wav", "--json").ExitsWith(0).JsonLines);

            var output = Sound.Read(PathOf($"{name}.wav"), out var format);
            Assert.Equal(new WavFormat(Rate, 1, WavEncoding.Int24), format);
            Assert.Equal(3 * Rate, output[0].Length);
            // Some captures state no loudness, or a wrong one; silence is what none may give.
            Assert.True((double)line["peak_db"]! > -60);
            Assert.Equal(0, (long)line["replaced_samples"]!);
        }
    }

    private static unsafe float[] Cut(string path, int seconds)
    {
        using var reader = WavReader.Open(path);
        Assert.Equal(1, reader.Format.Channels);
        Assert.Equal(Rate, reader.Format.SampleRateHz);
        var samples = new float[seconds * Rate];
        fixed (float* plane = samples)
        {
            var planes = plane;
            Assert.Equal(samples.Length, reader.Read(&planes, samples.Length));
        }

        return samples;
    }
}
