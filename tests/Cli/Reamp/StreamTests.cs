using System.Diagnostics;
using NamPlugin.Cli.Tests.Running;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>stdin, stdout and named pipes.</summary>
public sealed class StreamTests : CommandLineTest
{
    private readonly string _capture;
    private readonly float[] _sound = Sound.Noise(50_000);

    public StreamTests()
    {
        _capture = Captures.Gain(PathOf("amp.nam"));
        Sound.WriteMono(PathOf("di.wav"), _sound);
    }

    [Fact]
    public void Sound_goes_from_stdin_to_stdout()
    {
        var outcome = Run(File.ReadAllBytes(PathOf("di.wav")), "reamp", "-", "--model", _capture, "--raw", "--out", "-").ExitsWith(0);

        File.WriteAllBytes(PathOf("out.wav"), outcome.OutputBytes);
        Assert.Equal(_sound, Sound.ReadMono(PathOf("out.wav")));
    }

    [Fact]
    public void Sound_goes_from_stdin_to_a_file_and_from_a_file_to_stdout()
    {
        Run(File.ReadAllBytes(PathOf("di.wav")), "reamp", "-", "--model", _capture, "--raw", "--out", "out.wav").ExitsWith(0);
        var outcome = Run("reamp", "out.wav", "--model", _capture, "--raw", "--out", "-").ExitsWith(0);

        Assert.Equal(_sound, Sound.ReadMono(PathOf("out.wav")));
        Assert.Equal(File.ReadAllBytes(PathOf("out.wav")), outcome.OutputBytes);
    }

    [Fact]
    public void A_named_pipe_is_read_like_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are none");
        using (var make = Process.Start("mkfifo", [PathOf("pipe.wav")]))
            make.WaitForExit();
        using var reamp = Start("reamp", "pipe.wav", "--model", _capture, "--raw", "--out", "out.wav");
        using (var pipe = new FileStream(PathOf("pipe.wav"), FileMode.Open, FileAccess.Write))
            pipe.Write(File.ReadAllBytes(PathOf("di.wav")));

        reamp.Finish().ExitsWith(0);

        Assert.Equal(_sound, Sound.ReadMono(PathOf("out.wav")));
    }

    [Theory]
    [InlineData("--out", "-", "--json")]
    [InlineData("--suffix", "_x")]
    [InlineData("--out", "-", "--picture", "x.png")]
    public void What_cannot_work_with_streams_is_a_usage_error(params string[] options) =>
        Run(["reamp", "-", "--model", _capture, .. options]).ExitsWith(2);

    [Fact]
    public void What_is_no_sound_on_stdin_fails()
    {
        var outcome = Run("no sound"u8.ToArray(), "reamp", "-", "--model", _capture, "--out", "-").ExitsWith(1);

        Assert.Empty(outcome.OutputBytes);
        outcome.Says("error -: byte 0: found").Says("RIFF");
    }
}
