using System.Runtime.Versioning;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Ctrl-C, kill and a closed terminal: exit code 130, and nothing half done is left anywhere.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class InterruptTests : CommandLineTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void An_interrupted_run_keeps_what_is_done_and_nothing_else(string signal)
    {
        Sound.WriteMono(PathOf("takes/1.wav"), Sound.Noise(100));
        Sound.WriteMono(PathOf("takes/2.wav"), Sound.Noise(60 * 48000));
        Sound.WriteMono(PathOf("takes/3.wav"), Sound.Noise(100));
        var capture = Captures.Slow(PathOf("slow.nam"));
        using var reamp = Start("reamp", "takes", "--model", capture, "--jobs", "1", "--out-dir", "out");
        WaitFor(() => Directory.Exists(PathOf("out")) && Directory.GetFiles(PathOf("out"), ".*.tmp").Length > 0 && File.Exists(PathOf("out", "1_reamp.wav")));

        reamp.Signal(signal);

        reamp.Wait().ExitsWith(130).Says("takes/1.wav -> out/1_reamp.wav").Says("interrupted; 2 recordings not done");
        Assert.Equal(["out/1_reamp.wav", "slow.nam", "takes/1.wav", "takes/2.wav", "takes/3.wav"], Files());
    }

    [Fact]
    public void Nohup_keeps_a_run_going_when_its_terminal_closes()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(3 * 48000));
        using var reamp = StartIn("exec nohup \"$@\"", "reamp", "in.wav", "--model", Captures.Slow(PathOf("slow.nam")));
        WaitFor(() => Directory.GetFiles(Folder, ".*.tmp").Length > 0);

        reamp.Signal("HUP");

        reamp.Wait().ExitsWith(0);
        Assert.True(File.Exists(PathOf("in_reamp.wav")));
    }

    [Fact]
    public void An_interrupted_replacement_leaves_what_was_there()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(60 * 48000));
        File.WriteAllText(PathOf("in_reamp.wav"), "precious");
        using var reamp = Start("reamp", "in.wav", "--model", Captures.Slow(PathOf("slow.nam")), "--overwrite");
        WaitFor(() => Directory.GetFiles(Folder, ".*.tmp").Length > 0);

        reamp.Signal("INT");

        reamp.Wait().ExitsWith(130);
        Assert.Equal("precious", File.ReadAllText(PathOf("in_reamp.wav")));
    }

    [Fact]
    public void A_measured_level_leaves_no_temporary_file()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(60 * 48000));
        using var reamp = Start("reamp", "in.wav", "--model", Captures.Slow(PathOf("slow.nam")), "--output", "peak:-1");
        WaitFor(() => TemporaryFiles().Count > 0);

        reamp.Signal("INT");

        reamp.Wait().ExitsWith(130);
    }

    [Fact]
    public void A_silent_pipe_can_be_interrupted()
    {
        Sound.Write(PathOf("in.wav"), new WavFormat(48000, 1, WavEncoding.Int16), Sound.Noise(100));
        using var reamp = Start("reamp", "-", "--model", Captures.Gain(PathOf("amp.nam")), "--out", "out.wav");
        reamp.Input.Write(File.ReadAllBytes(PathOf("in.wav")));
        reamp.Input.Flush();
        WaitFor(() => TemporaryFiles().Count > 0);

        reamp.Signal("INT");

        reamp.Wait().ExitsWith(130);
        Assert.Equal(["amp.nam", "in.wav"], Files());
    }

    private static void WaitFor(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Patience), "what was to be interrupted never began");
}
