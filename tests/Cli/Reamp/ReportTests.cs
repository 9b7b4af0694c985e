using System.Text.RegularExpressions;
using NamPlugin.Cli.Tests.Pictures;
using NamPlugin.Cli.Tests.Running;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>What the tool says, to people and to programs.</summary>
public sealed class ReportTests : CommandLineTest
{
    private const char Escape = '\u001b';

    private readonly string _capture;

    public ReportTests()
    {
        _capture = Captures.Golden(PathOf("amp.nam"), "slim_default4.nam", """{"loudness": -20, "input_level_dbu": 4}""");
        Sound.WriteMono(PathOf("takes/a.wav"), Sound.Sine(440, 48000));
        Sound.WriteMono(PathOf("takes/b.wav"), Sound.Sine(220, 44100), 44100);
    }

    [Fact]
    public void A_person_is_told_what_is_done_to_all_files_and_to_each()
    {
        var outcome = Run("reamp", "takes", "--model", _capture, "--dbu", "12", "--out-dir", "out").ExitsWith(0);

        Assert.Empty(outcome.OutputBytes);
        var lines = outcome.Error.TrimEnd().Split('\n');
        Assert.Equal("amp.nam · width full (4 channels) · input calibrated (+8.0 dB) · output normalized (+2.0 dB) · 2 recordings", lines[0]);
        Assert.Matches("^takes/a.wav -> out/a_reamp.wav · 1\\.0 s · peak -?[0-9.]+ dBFS · [0-9.]+x real time$", lines[1]);
        Assert.Matches("^takes/b.wav -> out/b_reamp.wav · 1\\.0 s · 44100 Hz, model at 48000 Hz, [0-9]+ samples of latency removed · peak -?[0-9.]+ dBFS · [0-9.]+x real time$", lines[2]);
        Assert.Matches("^2 done · 0 failed · 0 skipped · 2\\.0 s of sound in [0-9.]+ s, [0-9.]+x real time$", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void A_program_gets_one_object_per_file_in_the_order_of_the_files()
    {
        var outcome = Run("reamp", "takes", "--model", _capture, "--out-dir", "out", "--json", "--jobs", "2").ExitsWith(0);

        Assert.Empty(outcome.Error);
        Assert.Equal(["takes/a.wav", "takes/b.wav"], outcome.JsonLines.Select(static line => (string)line["input"]!));
        Assert.All(outcome.JsonLines, static line => Assert.Equal(
            ["input", "output", "status", "sample_rate_hz", "channels", "latency_samples", "seconds", "real_time_factor", "peak_db", "level_db", "clipped_samples", "replaced_samples", "width_switches", "warnings"],
            line.Select(static field => field.Key)));
        Assert.Equal(2.0, (double)outcome.JsonLines[0]["level_db"]!);
        Assert.Equal(44100, (int)outcome.JsonLines[1]["sample_rate_hz"]!);
    }

    [Fact]
    public void Quiet_keeps_to_warnings_and_errors()
    {
        var quiet = Run("reamp", "takes", "--model", _capture, "--out-dir", "out", "--quiet").ExitsWith(0);
        var again = Run("reamp", "takes/a.wav", "--model", _capture, "--out-dir", "out", "--quiet").ExitsWith(1);
        var clipped = Run("reamp", "takes/a.wav", "--model", _capture, "--out-dir", "out", "--quiet", "--overwrite", "--output-db", "60", "--bits", "16").ExitsWith(0);

        Assert.Empty(quiet.Error + quiet.Output);
        Assert.StartsWith("error takes/a.wav: out/a_reamp.wav is there already.", again.Error, StringComparison.Ordinal);
        Assert.StartsWith("warning out/a_reamp.wav: ", clipped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_redirected_has_no_colours_and_no_wrapped_lines()
    {
        var name = new string('x', 200) + ".wav";
        File.Move(PathOf("takes", "a.wav"), PathOf("takes", name));

        var outcome = Run("reamp", "takes", "--model", _capture, "--out-dir", "out", "--output-db", "60", "--bits", "16").ExitsWith(0);

        Assert.DoesNotContain(Escape, outcome.Error);
        Assert.Contains(outcome.Error.Split('\n'), line => line.StartsWith($"takes/{name} -> out/", StringComparison.Ordinal) && line.EndsWith("real time", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("1", false)]
    public void A_terminal_gets_colours_unless_NO_COLOR_is_set(string noColor, bool expected)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "needs script(1) for a terminal");
        Variables["TERM"] = "xterm-256color";
        using var reamp = StartIn($"unset NO_COLOR; {(noColor.Length > 0 ? $"export NO_COLOR={noColor};" : "")} exec script -qec \"$(printf '%q ' \"$@\")\" /dev/null", "reamp", "takes", "--model", "missing.nam");

        var outcome = reamp.Finish().ExitsWith(3);

        Assert.Contains("missing.nam", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(expected, Regex.IsMatch(outcome.Output, $"{Escape}\\[[0-9;]*m", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_terminal_sees_a_bar_that_is_gone_afterwards_and_every_result()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "needs script(1) for a terminal");
        Variables["TERM"] = "xterm-256color";
        using var reamp = StartIn("exec script -qec \"$(printf '%q ' \"$@\")\" /dev/null", "reamp", "takes", "--model", _capture, "--out-dir", "out");

        var outcome = reamp.Finish().ExitsWith(0);

        Assert.Contains("reamping", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("b_reamp.wav", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2 done", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reamp")]
    [InlineData("reamp", "takes")]
    [InlineData("reamp", "takes", "--model")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--colour", "red")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--input-db", "loud")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--input-db", "-3,5")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--input-db", "NaN")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--jobs", "0")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--keep-tail", "-1")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--gate", "3")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--bits", "20")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--rate", "fast")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--rate", "1000")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--output", "loud")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--output", "lufs")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--output", "peak:x")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--raw", "--gate", "-50")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--raw", "--ir", "takes/a.wav")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--raw", "--output", "raw")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--raw", "--input-db", "3")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--output", "peak:-1", "--output-db", "3")]
    [InlineData("reamp", "takes", "--model", "amp.nam", "--picture", "two.png")]
    [InlineData("reamp", "takes/a.wav", "--model", "amp.nam", "--out", "x.wav", "--out-dir", "y")]
    [InlineData("remap", "takes")]
    [InlineData("")]
    public void A_command_line_that_makes_no_sense_writes_nothing_and_says_what_would(params string[] arguments)
    {
        var before = Files();

        var outcome = Run([.. arguments.Where(static argument => argument.Length > 0)]).ExitsWith(2);

        Assert.Empty(outcome.OutputBytes);
        Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("System.", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("--bits", "24")]
    [InlineData("--rate", "96000")]
    [InlineData("--automate", "width=0s:1,0.5s:0")]
    public void A_picture_is_drawn_beside_the_sound(params string[] options)
    {
        Run(["reamp", "takes/b.wav", "--model", _capture, "--picture", "new/out.png", .. options]).ExitsWith(0);

        var picture = Png.Decode(File.ReadAllBytes(PathOf("new", "out.png")));
        Assert.True(picture.Width >= 1000);
        Assert.True(picture.Rgb.Distinct().Count() > 20);
    }

    [Fact]
    public void A_picture_that_is_there_is_replaced_only_when_told()
    {
        File.WriteAllText(PathOf("p.png"), "precious");

        Run("reamp", "takes/a.wav", "--model", _capture, "--picture", "p.png").ExitsWith(2).Says("p.png is there already");
        Assert.Equal("precious", File.ReadAllText(PathOf("p.png")));
        Run("reamp", "takes/a.wav", "--model", _capture, "--picture", "p.png", "--overwrite").ExitsWith(0);

        Png.Decode(File.ReadAllBytes(PathOf("p.png")));
    }
}
