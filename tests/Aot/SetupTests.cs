namespace NamPlugin.Aot.Tests;

/// <summary>aot/setup.sh on machines that lack things: a PATH that holds only what the test puts there.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("namplug-setup-").FullName;

    public SetupTests()
    {
        foreach (var tool in new[] { "grep", "mktemp", "env", "tail", "rm", "bash", "cp", "cat" })
            File.CreateSymbolicLink(InPath(tool), Path.Combine("/usr/bin", tool));
        Shell.WriteScript(InPath("dotnet"), "echo 10.0.100");
        Shell.WriteScript(InPath("ldconfig"), "echo libsndfile.so.1");
    }

    [Fact]
    public void Nothing_is_said_or_done_where_nothing_is_missing()
    {
        Shell.WriteScript(InPath("clang"), "");

        Assert.Equal(new Shell.Outcome(0, "", ""), Setup());
    }

    [Fact]
    public void A_missing_SDK_is_named()
    {
        Shell.WriteScript(InPath("dotnet"), "exit 1");

        var outcome = Setup();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(".NET SDK 10", outcome.Error);
    }

    [Fact]
    public void Where_there_is_no_apt_the_packages_are_named()
    {
        var outcome = Setup();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("clang zlib1g-dev", outcome.Error);
        Assert.DoesNotContain("libsndfile1", outcome.Error);
    }

    [Fact]
    public void What_is_missing_is_installed_quietly()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root installs without asking");
        Shell.WriteScript(InPath("apt-get"), $"echo \"$@\" >>{InPath("log")}; if [[ $1 == install ]]; then cp {InPath("ldconfig")} {InPath("clang")}; fi");

        var outcome = Setup();

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("update\ninstall -y --no-install-recommends clang zlib1g-dev\n", File.ReadAllText(InPath("log")));
    }

    [Fact]
    public void A_failing_installation_shows_its_last_words()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root installs without asking");
        Shell.WriteScript(InPath("apt-get"), "echo 'Temporary failure resolving'; exit 100");

        var outcome = Setup();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Temporary failure resolving", outcome.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string InPath(string name) => Path.Combine(_folder, name);

    private Shell.Outcome Setup() =>
        Shell.Run("/usr/bin/bash", ["-c", "set -euo pipefail; source aot/setup.sh"], ("PATH", _folder));
}
