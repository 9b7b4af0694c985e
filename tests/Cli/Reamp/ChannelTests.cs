using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Which channels go through the amp, and captures of several.</summary>
public sealed class ChannelTests : CommandLineTest
{
    private readonly float[] _left = Sound.Noise(5000, seed: 1);
    private readonly float[] _right = Sound.Noise(5000, seed: 2);
    private readonly string _capture;

    public ChannelTests()
    {
        _capture = Captures.Gain(PathOf("amp.nam"), 0.5);
        Sound.Write(PathOf("in.wav"), new WavFormat(48000, 2, WavEncoding.Float32), _left, _right);
    }

    [Fact]
    public void Dual_is_usual_and_gives_every_channel_its_own_amp()
    {
        Run("reamp", "in.wav", "--model", _capture, "--raw", "--out", "usual.wav").ExitsWith(0);
        Run("reamp", "in.wav", "--model", _capture, "--raw", "--out", "dual.wav", "--mono", "dual").ExitsWith(0);

        Assert.Equal([Half(_left), Half(_right)], Sound.Read(PathOf("usual.wav")));
        Assert.Equal(File.ReadAllBytes(PathOf("usual.wav")), File.ReadAllBytes(PathOf("dual.wav")));
    }

    [Theory]
    [InlineData("left")]
    [InlineData("right")]
    [InlineData("mix")]
    public void A_choice_of_channels_makes_a_mono_file(string choice)
    {
        Run("reamp", "in.wav", "--model", _capture, "--raw", "--mono", choice).ExitsWith(0);

        var expected = choice switch { "left" => _left, "right" => _right, _ => _left.Zip(_right, static (left, right) => (float)(((double)left + right) / 2)).ToArray() };
        Assert.Equal(Half(expected), Sound.ReadMono(PathOf("in_reamp.wav")));
    }

    [Fact]
    public void Each_channel_sounds_as_it_would_alone()
    {
        var capture = Captures.GoldenModel("wn_a1_gated.nam");
        foreach (var choice in (string[])["dual", "left", "right"])
            Run("reamp", "in.wav", "--model", capture, "--mono", choice, "--out", $"{choice}.wav").ExitsWith(0);

        Assert.Equal([Sound.ReadMono(PathOf("left.wav")), Sound.ReadMono(PathOf("right.wav"))], Sound.Read(PathOf("dual.wav")));
    }

    [Fact]
    public void The_right_channel_of_a_mono_file_fails()
    {
        Sound.WriteMono(PathOf("mono.wav"), _left);

        Run("reamp", "mono.wav", "--model", _capture, "--mono", "right").ExitsWith(1).Says("only one channel");
        Run("reamp", "mono.wav", "--model", _capture, "--mono", "top").ExitsWith(2).Says("left, right, mix or dual");
    }

    [Fact]
    public void A_capture_of_several_channels_takes_and_gives_its_own_number()
    {
        Sound.WriteMono(PathOf("mono.wav"), _left);

        Run("reamp", "in.wav", "--model", Captures.HalvesOf(PathOf("2-2.nam"), 2, 2), "--raw", "--out", "2-2.wav").ExitsWith(0);
        Run("reamp", "in.wav", "--model", Captures.HalvesOf(PathOf("2-1.nam"), 2, 1), "--raw", "--out", "2-1.wav").ExitsWith(0);
        Run("reamp", "mono.wav", "--model", Captures.HalvesOf(PathOf("1-3.nam"), 1, 3), "--raw", "--out", "1-3.wav").ExitsWith(0);

        Assert.Equal([Half(_left), Half(_right)], Sound.Read(PathOf("2-2.wav")));
        Assert.Equal([Half(_left)], Sound.Read(PathOf("2-1.wav")));
        Assert.Equal([Half(_left), new float[_left.Length], new float[_left.Length]], Sound.Read(PathOf("1-3.wav")));
    }

    [Fact]
    public void Channels_that_do_not_fit_the_capture_fail()
    {
        Sound.WriteMono(PathOf("mono.wav"), _left);

        Run("reamp", "mono.wav", "--model", Captures.GoldenModel("multi_in2.nam")).ExitsWith(1).Says("takes 2 channels, the recording gives 1");
        Run("reamp", "in.wav", "--model", Captures.GoldenModel("multi_in2.nam"), "--gate", "-60").ExitsWith(2).Says("one channel only");
    }

    [Fact]
    public void Gains_hold_for_captures_of_several_channels_too()
    {
        var capture = Captures.Golden(PathOf("two.nam"), "multi_in2.nam", """{"loudness": -12.0}""");
        Run("reamp", "in.wav", "--model", capture, "--raw", "--out", "raw.wav").ExitsWith(0);
        Run("reamp", "in.wav", "--model", capture, "--output-db", "3", "--out", "loud.wav").ExitsWith(0);

        var gain = Math.Pow(10, (-18 - -12 + 3) / 20.0);
        Sound.Near([.. Sound.ReadMono(PathOf("raw.wav")).Select(sample => (float)(sample * gain))], Sound.ReadMono(PathOf("loud.wav")), 1e-6);
    }

    private static float[] Half(float[] samples) => [.. samples.Select(static sample => 0.5f * sample)];
}
