using NamPlugin.Cli.Tests.Running;

namespace NamPlugin.Cli.Tests.Verbs;

/// <summary>Help, version and what goes for every verb.</summary>
public sealed class HelpTests : CommandLineTest
{
    [Theory]
    [InlineData("namplug")]
    [InlineData("namplug reamp")]
    [InlineData("namplug info")]
    [InlineData("namplug convert")]
    [InlineData("namplug compare")]
    [InlineData("namplug bench")]
    public void Help_reads_as_it_should(string command)
    {
        string[] verb = [.. command.Split(' ').Skip(1)];

        var help = Run([.. verb, "--help"]).ExitsWith(0).Output;

        // How many recordings are done at a time depends on the machine.
        Snapshot.Matches($"{command.Replace(' ', '-')}-help.txt", help.Replace($"[default: {Environment.ProcessorCount}]", "[default: processors]", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_given_whatever_else_is_missing() => Assert.Contains("Examples:", Run("reamp", "-h").ExitsWith(0).Output, StringComparison.Ordinal);

    [Fact]
    public void The_version_names_the_source_and_the_instruction_set()
    {
        var version = Run("--version").ExitsWith(0).Output;

        Assert.Matches(@"^namplug [0-9]+\.[0-9]+\.[0-9]+(\+[0-9a-f]+)? \((AVX-512|AVX2|baseline|scalar)\)\n$", version);
    }

    [Fact]
    public void The_wish_for_an_instruction_set_is_met()
    {
        Assert.SkipUnless(NamplugProcess.IsNative, "the managed build takes what the processor has");
        Variables["NAMPLUG_ISA"] = "baseline";

        Assert.EndsWith("(baseline)\n", Run("--version").ExitsWith(0).Output, StringComparison.Ordinal);
    }
}
