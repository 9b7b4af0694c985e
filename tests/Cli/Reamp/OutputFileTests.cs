using System.Runtime.Versioning;
using NamPlugin.Cli.Tests.Running;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>Which files are read, and where their reamped forms go.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OutputFileTests : CommandLineTest
{
    private readonly string _capture;

    public OutputFileTests() => _capture = Captures.Gain(PathOf("amp.nam"));

    [Fact]
    public void A_file_gets_its_output_beside_it()
    {
        Add("takes/one.wav", "takes/two.wav");

        Reamp("takes/one.wav").ExitsWith(0);
        Reamp("takes/two.wav", "--suffix", " - Amp").ExitsWith(0);

        AssertFiles("takes/one.wav", "takes/one_reamp.wav", "takes/two - Amp.wav", "takes/two.wav");
    }

    [Fact]
    public void Out_names_the_only_output_and_makes_its_folder()
    {
        Add("di.wav", "other.wav");

        Reamp("di.wav", "--out", "new/deep/wet.wav").ExitsWith(0);
        Reamp("di.wav", "other.wav", "--out", "both.wav").ExitsWith(2).Says("use --out-dir");
        Reamp("di.wav", "--out", "new").ExitsWith(2).Says("new is a folder; use --out-dir");

        AssertFiles("di.wav", "new/deep/wet.wav", "other.wav");
    }

    [Fact]
    public void A_folder_means_its_recordings_and_is_not_searched_below()
    {
        Add("takes/b.wav", "takes/a.WAV", "takes/below/c.wav", "takes/._a.wav");
        File.WriteAllText(PathOf("takes", "notes.txt"), "not sound");

        Reamp("takes", "--out-dir", "out/new").ExitsWith(0);

        Assert.Equal(["out/new/a_reamp.WAV", "out/new/b_reamp.wav"], Files().Where(static file => file.StartsWith("out", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("takes")]
    [InlineData("takes/*.wav")]
    [InlineData("**/*.wav")]
    public void Results_of_an_earlier_run_are_not_reamped_again(string input)
    {
        Add("takes/a.wav", "takes/b.wav");
        Reamp(input).ExitsWith(0);
        var once = Files();

        Reamp(input, "--skip-existing").ExitsWith(0).Says("0 done · 0 failed · 2 skipped");
        Reamp(input, "--overwrite").ExitsWith(0).Says("2 done · 0 failed · 0 skipped");
        Reamp("takes/a.wav", "takes/a_reamp.wav", "takes/b.wav", "takes/b_reamp.wav", "--overwrite").ExitsWith(0).Says("2 done");

        Assert.Equal(once, Files());
    }

    [Fact]
    public void An_output_folder_below_the_inputs_is_not_reamped_again()
    {
        Add("takes/a.wav", "b.wav");
        Reamp("**/*.wav", "--out-dir", "out").ExitsWith(0);

        Reamp("**/*.wav", "--out-dir", "out", "--skip-existing").ExitsWith(0).Says("0 done · 0 failed · 2 skipped");

        AssertFiles("b.wav", "out/b_reamp.wav", "out/takes/a_reamp.wav", "takes/a.wav");
    }

    [Fact]
    public void A_result_that_is_named_alone_is_a_recording_like_any_other()
    {
        Add("a_reamp.wav", "b.wav");

        Reamp("a_reamp.wav").ExitsWith(0);
        Reamp("*_reamp.wav", "--overwrite").ExitsWith(0);

        AssertFiles("a_reamp.wav", "a_reamp_reamp.wav", "b.wav");
    }

    [Fact]
    public void Two_stars_find_files_at_any_depth_and_keep_their_folders_below_the_output_folder()
    {
        Add("album/one/1_DI.wav", "album/two/takes/1_DI.wav", "album/1_DI.wav", "album/one/1_room.wav", "album/.hidden/1_DI.wav");
        Directory.CreateSymbolicLink(PathOf("album", "one", "around"), PathOf("album"));

        Reamp("album/**/*_DI.wav", "--out-dir", "out", "--suffix", "").ExitsWith(0);

        Assert.Equal(["out/1_DI.wav", "out/one/1_DI.wav", "out/two/takes/1_DI.wav"], Files().Where(static file => file.StartsWith("out", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("*.wav", new[] { "a_reamp.wav", "b_reamp.wav" })]
    [InlineData("./?.wav", new[] { "a_reamp.wav", "b_reamp.wav" })]
    [InlineData("sub*/*", new[] { "sub1/x_reamp.wav", "sub2/y.flac_reamp.wav" })]
    [InlineData("**", new[] { "a_reamp.wav", "b_reamp.wav", "sub1/x_reamp.wav", "sub2/y.flac_reamp.wav" })]
    public void Patterns_match_as_in_a_shell(string pattern, string[] expected)
    {
        Add("a.wav", "b.wav", "sub1/x.wav", "sub2/y.flac.wav");

        Reamp(pattern).ExitsWith(0);

        Assert.Equal(expected, Files().Where(static file => file.Contains("_reamp", StringComparison.Ordinal)));
    }

    [Fact]
    public void Folders_that_may_not_be_read_are_passed_over()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        Add("album/a.wav", "album/locked/b.wav");
        File.SetUnixFileMode(PathOf("album", "locked"), UnixFileMode.None);

        Reamp("album/**/*.wav").ExitsWith(0);

        File.SetUnixFileMode(PathOf("album", "locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.True(File.Exists(PathOf("album", "a_reamp.wav")));
    }

    [Theory]
    [InlineData("none.wav")]
    [InlineData("none/*.wav")]
    [InlineData("*.flac")]
    [InlineData("empty")]
    public void An_argument_that_means_nothing_is_a_usage_error(string input)
    {
        Directory.CreateDirectory(PathOf("empty"));

        Reamp(input).ExitsWith(2).Says(input);
    }

    [Fact]
    public void Two_inputs_with_one_output_are_refused()
    {
        Add("one/di.wav", "two/di.wav");

        Reamp("one/di.wav", "two/di.wav", "--out-dir", "out").ExitsWith(2).Says("one/di.wav and two/di.wav would both become out/di_reamp.wav");

        AssertFiles("one/di.wav", "two/di.wav");
    }

    [Fact]
    public void A_file_that_is_named_twice_is_reamped_once()
    {
        Add("takes/di.wav");

        Assert.Single(Reamp("takes/di.wav", "takes", "./takes/../takes/*.wav", "--json").ExitsWith(0).JsonLines);
    }

    [Theory]
    [InlineData("--out", "di.wav")]
    [InlineData("--out", "./sub/../di.wav")]
    [InlineData("--out", "link.wav")]
    [InlineData("--suffix", "")]
    [InlineData("--out-dir", "sub/..", "--suffix", "")]
    public void An_input_is_never_overwritten_by_its_own_output(params string[] options)
    {
        Add("di.wav", "sub/x.wav");
        File.CreateSymbolicLink(PathOf("link.wav"), PathOf("di.wav"));
        var before = File.ReadAllBytes(PathOf("di.wav"));

        Reamp(["di.wav", "--overwrite", .. options]).ExitsWith(2).Says("is the input itself");

        Assert.Equal(before, File.ReadAllBytes(PathOf("di.wav")));
    }

    [Fact]
    public void What_is_there_is_kept_skipped_or_replaced_as_told()
    {
        Add("di.wav");
        File.WriteAllText(PathOf("di_reamp.wav"), "precious");

        Reamp("di.wav").ExitsWith(1).Says("--overwrite").Says("--skip-existing");
        Assert.Equal("precious", File.ReadAllText(PathOf("di_reamp.wav")));
        Reamp("di.wav", "--skip-existing").ExitsWith(0).Says("is there already, skipped");
        Assert.Equal("precious", File.ReadAllText(PathOf("di_reamp.wav")));
        Reamp("di.wav", "--overwrite").ExitsWith(0);
        Assert.Equal(1000, Sound.ReadMono(PathOf("di_reamp.wav")).Length);
        Reamp("di.wav", "--overwrite", "--skip-existing").ExitsWith(2).Says("contradict");
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        Add("takes/a.wav", "takes/b.wav");
        File.WriteAllText(PathOf("takes", "broken.wav"), "not sound");
        var before = Files();

        var outcome = Reamp("takes", "--out-dir", "new/folder", "--dry-run").ExitsWith(1);
        Reamp("-", "--out", "new/x.wav", "--dry-run").ExitsWith(0).Says("- -> new/x.wav · dry run");

        outcome.Says("takes/a.wav -> new/folder/a_reamp.wav").Says("dry run").Says("takes/broken.wav").Says("2 planned · 1 failed · 0 skipped");
        Assert.Equal(before, Files());
        Assert.False(Directory.Exists(PathOf("new")));
    }

    [Fact]
    public void Spaces_and_letters_of_any_script_are_fine()
    {
        var capture = Captures.Gain(PathOf("Stra\u00dfe \u97f3 amp.nam"));
        Add("\u00c4rger & \u97f3\u697d/t\u00e4ke 'one' [x].wav");

        Run("reamp", "\u00c4rger & \u97f3\u697d", "--model", capture, "--out-dir", "\u0440\u0435\u0437 \ud83c\udfb8", "--suffix", " \u00fc").ExitsWith(0).Says("t\u00e4ke 'one' [x]");

        Assert.Contains("\u0440\u0435\u0437 \ud83c\udfb8/t\u00e4ke 'one' [x] \u00fc.wav", Files());
    }

    [Fact]
    public void A_device_is_not_replaced_by_a_file()
    {
        Add("di.wav");

        Reamp("di.wav", "--out", "/dev/null.wav", "--overwrite").ExitsWith(1).Says("is a device");

        Assert.False(File.Exists("/dev/null.wav"));
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_an_error_of_its_files()
    {
        Add("di.wav");
        // Also root cannot write here.
        Reamp("di.wav", "--out", "/proc/none.wav").ExitsWith(1).Says("di.wav: ");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may write everywhere else");
        Directory.CreateDirectory(PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Reamp("di.wav", "--out-dir", "locked").ExitsWith(1).Says("locked");

        AssertFiles("di.wav");
    }

    private NamplugOutcome Reamp(params string[] arguments) => Run(["reamp", .. arguments, "--model", _capture]);

    private void Add(params string[] names)
    {
        foreach (var name in names)
            Sound.WriteMono(PathOf(name), Sound.Noise(1000));
    }

    private void AssertFiles(params string[] expected) => Assert.Equal([.. expected.Append("amp.nam").Order(StringComparer.Ordinal)], Files());
}
