using System.Runtime.Intrinsics.X86;

namespace NamPlugin.Aot.Tests;

/// <summary>The launcher in front of three stand-ins that say which they are.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly string _folder = CSource.CreateFolder();
    private readonly string _launcher;

    public LauncherTests()
    {
        _launcher = Path.Combine(_folder, "namplug");
        CSource.Compile(_launcher, ["launcher/namplug.c", "cpu/isa.c"]);
        Directory.CreateDirectory(Path.Combine(_folder, "namplug.d"));
        foreach (var isa in new[] { "avx512", "avx2", "baseline" })
            Shell.WriteScript(Path.Combine(_folder, "namplug.d", $"namplug-{isa}"), $"echo \"{isa}: $*\"; exit 7");
    }

    [Fact]
    public void Arguments_and_exit_code_pass_through()
    {
        var outcome = Launch(_launcher, "baseline", "reamp", "a file.wav");

        Assert.Equal((7, "baseline: reamp a file.wav\n", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_wish_the_best_build_runs(string? wish)
    {
        var best = Avx512F.VL.IsSupported && Avx512BW.VL.IsSupported && Avx512CD.VL.IsSupported && Avx512DQ.VL.IsSupported ? "avx512"
            : Avx2.IsSupported && Fma.IsSupported && Bmi2.IsSupported && Lzcnt.IsSupported ? "avx2" : "baseline";

        Assert.StartsWith(best, Launch(_launcher, wish).Output);
    }

    [Fact]
    public void A_link_to_it_works_from_anywhere()
    {
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, "namplug");
        File.CreateSymbolicLink(link, _launcher);

        Assert.StartsWith("baseline", Launch(link, "baseline").Output);
    }

    [Fact]
    public void A_wish_that_is_no_build_is_refused()
    {
        var outcome = Launch(_launcher, "sse9");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("'sse9'", outcome.Error);
        Assert.Contains("avx512, avx2 or baseline", outcome.Error);
    }

    [Fact]
    public void A_wish_that_the_processor_cannot_meet_is_refused()
    {
        Assert.SkipWhen(Avx512F.VL.IsSupported, "this processor can run every build");

        var outcome = Launch(_launcher, "avx512");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("lacks", outcome.Error);
    }

    [Fact]
    public void A_build_that_is_not_there_is_named()
    {
        File.Delete(Path.Combine(_folder, "namplug.d", "namplug-baseline"));

        var outcome = Launch(_launcher, "baseline");

        Assert.Equal(126, outcome.ExitCode);
        Assert.Contains(Path.Combine(_folder, "namplug.d", "namplug-baseline"), outcome.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Shell.Outcome Launch(string launcher, string? wish, params string[] arguments) =>
        Shell.Run(launcher, arguments, ("NAMPLUG_ISA", wish));
}
