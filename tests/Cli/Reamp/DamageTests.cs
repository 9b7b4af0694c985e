using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Broken, odd and missing files.</summary>
public sealed class DamageTests : CommandLineTest
{
    private readonly string _capture;

    public DamageTests() => _capture = Captures.Gain(PathOf("amp.nam"));

    [Fact]
    public void One_bad_recording_does_not_keep_the_others_from_being_done()
    {
        Sound.WriteMono(PathOf("takes/a.wav"), Sound.Noise(1000));
        File.WriteAllText(PathOf("takes", "b.wav"), "not sound at all");
        Sound.WriteMono(PathOf("takes/c.wav"), Sound.Noise(1000));

        Run("reamp", "takes", "--model", _capture, "--out-dir", "out").ExitsWith(1).Says("error takes/b.wav: byte 0: found ").Says("'RIFF', 'RF64' or 'BW64'").Says("2 done · 1 failed · 0 skipped");
        var lines = Run("reamp", "takes", "--model", _capture, "--out-dir", "out", "--overwrite", "--json", "--jobs", "3").ExitsWith(1).JsonLines;

        Assert.Equal(["amp.nam", "out/a_reamp.wav", "out/c_reamp.wav", "takes/a.wav", "takes/b.wav", "takes/c.wav"], Files());
        Assert.Equal(["done", "failed", "done"], lines.Select(static line => (string)line["status"]!));
        Assert.Contains("RIFF", (string)lines[1]["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.nam", "no such file")]
    [InlineData("takes", "may not be read")]
    [InlineData("broken.nam", "broken.nam")]
    [InlineData("short.nam", "$.weights")]
    public void A_capture_that_cannot_be_read_ends_the_run_before_anything_is_written(string model, string said)
    {
        Sound.WriteMono(PathOf("takes/a.wav"), Sound.Noise(1000));
        File.WriteAllText(PathOf("broken.nam"), "{");
        File.WriteAllText(PathOf("short.nam"), File.ReadAllText(_capture).Replace("[1]", "[1, 2]", StringComparison.Ordinal));
        var before = Files();

        var outcome = Run("reamp", "takes", "--model", model, "--out-dir", "out").ExitsWith(3).Says(said).Says($"error {model}");

        Assert.Empty(outcome.OutputBytes);
        Assert.Equal(before, Files());
        Assert.False(Directory.Exists(PathOf("out")));
    }

    [Theory]
    [InlineData("missing.wav", "no such file")]
    [InlineData("amp.nam", "RIFF")]
    [InlineData("silence.wav", "silence.wav")]
    public void An_impulse_response_that_cannot_be_used_ends_the_run_too(string response, string said)
    {
        Sound.WriteMono(PathOf("di.wav"), Sound.Noise(1000));
        Sound.WriteMono(PathOf("silence.wav"), new float[100]);
        var before = Files();

        Run("reamp", "di.wav", "--model", _capture, "--ir", response).ExitsWith(3).Says(said);

        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("--raw")]
    [InlineData("--output", "normalized")]
    public void Samples_that_are_no_numbers_are_played_as_silence_and_reported(params string[] options)
    {
        var input = Sound.Sine(1000, 48000);
        var damaged = input.ToArray();
        damaged[20_000] = float.NaN;
        damaged[20_001] = float.PositiveInfinity;
        damaged[20_002] = 1e30f;
        Sound.WriteMono(PathOf("in.wav"), damaged);
        var capture = Captures.GoldenModel("wn_a1_gated.nam");

        var line = Assert.Single(Run(["reamp", "in.wav", "--model", capture, "--json", .. options]).ExitsWith(0).JsonLines);
        Run(["reamp", "in.wav", "--model", capture, "--overwrite", .. options]).ExitsWith(0).Says("played as silence: 3.");

        Assert.Equal(3, (long)line["replaced_samples"]!);
        damaged.AsSpan(20_000, 3).Clear();
        Sound.WriteMono(PathOf("clean.wav"), damaged);
        Run(["reamp", "clean.wav", "--model", capture, .. options]).ExitsWith(0);
        Assert.Equal(Sound.ReadMono(PathOf("clean_reamp.wav")), Sound.ReadMono(PathOf("in_reamp.wav")));
    }

    [Fact]
    public void A_result_that_is_no_number_is_reported()
    {
        Sound.WriteMono(PathOf("in.wav"), [1e9f, 0f, 0f]);

        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("loud.nam"), 1e38), "--raw").ExitsWith(0).Says("Samples of the result that are no numbers: 1.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_shortest_recordings_work(int frames)
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(frames));
        foreach (var options in (string[][])[[], ["--raw"], ["--output", "lufs:-18"], ["--rate", "96000"], ["--bits", "24", "--picture", "p.png"], ["--automate", "width=0s:1,1s:0"]])
        {
            var line = Assert.Single(Run(["reamp", "in.wav", "--model", _capture, "--overwrite", "--json", .. options]).ExitsWith(0).JsonLines);

            Assert.Equal(frames * (options is ["--rate", ..] ? 2 : 1), Sound.ReadMono(PathOf("in_reamp.wav")).Length);
            Assert.Equal("done", (string)line["status"]!);
        }
    }

    [Fact]
    public void A_recording_that_was_never_finished_is_read_to_its_end()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(1000));
        var bytes = File.ReadAllBytes(PathOf("in.wav"));
        bytes.AsSpan(4, 4).Clear();
        bytes.AsSpan(bytes.AsSpan().IndexOf("data"u8) + 4, 4).Clear();
        File.WriteAllBytes(PathOf("crashed.wav"), bytes);

        Run("reamp", "crashed.wav", "--model", _capture, "--raw").ExitsWith(0).Says("never finished");

        Assert.Equal(Sound.ReadMono(PathOf("in.wav")), Sound.ReadMono(PathOf("crashed_reamp.wav")));
    }

    [Fact]
    public void A_recording_that_is_cut_short_is_played_as_far_as_it_goes()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(1000));
        File.WriteAllBytes(PathOf("cut.wav"), File.ReadAllBytes(PathOf("in.wav"))[..^403]);

        Run("reamp", "cut.wav", "--model", _capture, "--raw").ExitsWith(0).Says("promises 1000 frames, the file holds 899");

        Assert.Equal(Sound.ReadMono(PathOf("in.wav"))[..899], Sound.ReadMono(PathOf("cut_reamp.wav")));
    }

    [Fact]
    public void More_channels_than_a_frame_can_hold_fail_and_do_not_crash()
    {
        var format = new WavFormat(48000, 20_000, WavEncoding.UInt8);
        Sound.Write(PathOf("in.wav"), format, [.. Enumerable.Repeat(new float[1], 20_000)]);

        Run("reamp", "in.wav", "--model", _capture, "--raw", "--bits", "32f").ExitsWith(1).Says("20000 channels of 4 bytes");

        Assert.Equal(["amp.nam", "in.wav"], Files());
    }

    [Fact]
    public void A_full_disk_fails_the_file_and_leaves_nothing()
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(500_000));

        // A limit on the size of files stands in for a disk that fills up while the file is written.
        foreach (var options in (string[][])[[], ["--output", "peak:-1"], ["--out", "-"]])
        {
            using var reamp = StartIn("trap '' XFSZ; ulimit -f 600; exec \"$@\"", ["reamp", "in.wav", "--model", _capture, .. options]);
            Assert.Empty(reamp.Finish().ExitsWith(1).Says("error in.wav: ").OutputBytes);
        }

        Assert.Equal(["amp.nam", "in.wav"], Files());
    }
}
