using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Valgrind;

/// <summary>The built plugin under valgrind, in a host so small that it runs there in seconds.</summary>
public sealed class ValgrindTests
{
    // Valgrind knows no AVX-512.
    private static readonly string InstructionSet = Avx2.IsSupported ? "avx2" : "baseline";

    [Fact]
    public void Blocks_shorter_than_declared_are_never_overrun()
    {
        Assert.SkipUnless(OtherProgram.IsInstalled("valgrind") && OtherProgram.IsInstalled("clang"), "valgrind or clang is not installed");
        var plugin = BuiltPlugin.PathOf(PluginFormat.Clap);
        var engine = Path.Combine(Path.ChangeExtension(plugin, ".d"), $"libnam-engine-{InstructionSet}.so");
        Assert.SkipUnless(File.Exists(engine), $"{engine} is not built");
        var folder = Directory.CreateTempSubdirectory("namplug-valgrind-");
        try
        {
            var host = Path.Combine(folder.FullName, "host");
            var compiled = OtherProgram.Run(new ProcessStartInfo("clang", ["-std=c11", "-D_GNU_SOURCE", "-O1", "-gdwarf-4", "-Wall", "-Wextra", "-Werror", "-o", host, Source("host.c"), "-lm", "-ldl"]));
            Assert.True(compiled.ExitCode == 0, compiled.Errors);
            var state = Path.Combine(folder.FullName, "state");
            File.WriteAllBytes(state, NamPluginState.WithCapture(Captures.BuiltIn));

            const int found = 99;
            var start = new ProcessStartInfo("valgrind", ["--quiet", $"--error-exitcode={found}", $"--suppressions={Source("loader.supp")}", host, plugin, state]);
            start.Environment["NAMPLUG_ISA"] = InstructionSet;
            var outcome = OtherProgram.Run(start);

            Assert.True(outcome.ExitCode == 0, $"{outcome.ExitCode}: {outcome.Errors}");
            Assert.Equal("", outcome.Errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string Source(string name) => Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Plugin", "Valgrind", name);
    }
}
