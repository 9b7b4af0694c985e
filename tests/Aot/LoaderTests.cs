namespace NamPlugin.Aot.Tests;

/// <summary>The loader between a host and three stand-ins for engines.</summary>
public sealed class LoaderTests : IDisposable
{
    private static readonly string[] Builds = ["avx512", "avx2", "baseline"];

    private readonly string _folder = CSource.CreateFolder();
    private readonly string _host;
    private readonly string _file;

    public LoaderTests()
    {
        _host = Path.Combine(_folder, "host");
        _file = Path.Combine(_folder, "NamPlugin.so");
        CSource.Compile(_host, ["../tests/Aot/Loader/host.c"]);
        CSource.Compile(
            _file,
            ["loader/loader.c", "loader/address_space.c", "loader/vst3.c", "loader/clap.c", "cpu/isa.c"],
            "-shared", "-fPIC", "-fvisibility=hidden", "-Wl,-z,nodelete,-z,defs", "-DHEAP_LIMIT_BYTES=268435456");
        foreach (var build in Builds)
            CSource.Compile(EngineIn(_folder, build), ["../tests/Aot/Loader/engine.c"], "-shared", "-fPIC", $"-DENGINE=\"{build}\"");
    }

    [Fact]
    public void Hosts_of_both_formats_get_the_engine_beside_the_file()
    {
        var outcome = Open(_file, "baseline");

        Assert.Equal("", outcome.Error);
        Assert.Equal(
            """
            vst3: begins, baseline, process gives 42 without denormals, then as before
            clap: begins, baseline, process gives 42 without denormals, then as before

            """,
            outcome.Output);
    }

    [Fact]
    public void Without_a_wish_some_engine_runs() => Assert.Contains("begins", Open(_file, null).Output);

    [Fact]
    public void A_single_file_has_its_engines_in_a_folder_of_its_name()
    {
        var clap = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "clap")).FullName, "NamPlugin.clap");
        File.Copy(_file, clap);
        var engines = Directory.CreateDirectory(Path.Combine(_folder, "clap", "NamPlugin.d")).FullName;
        File.Copy(EngineIn(_folder, "baseline"), EngineIn(engines, "baseline"));

        Assert.Contains("clap: begins, baseline", Open(clap, "baseline").Output);
    }

    [Fact]
    public void A_link_to_it_works_from_anywhere()
    {
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, "NamPlugin.clap");
        File.CreateSymbolicLink(link, _file);

        Assert.Contains("clap: begins, baseline", Open(link, "baseline").Output);
    }

    [Fact]
    public void An_engine_that_is_not_there_is_named_once()
    {
        File.Delete(EngineIn(_folder, "baseline"));

        AssertRefused(Open(_file, "baseline"), EngineIn(_folder, "baseline"));
    }

    [Fact]
    public void A_file_that_is_no_engine_is_refused()
    {
        File.WriteAllText(EngineIn(_folder, "baseline"), "no library");

        AssertRefused(Open(_file, "baseline"), EngineIn(_folder, "baseline"));
    }

    [Fact]
    public void An_engine_of_another_version_is_refused() => AssertRefused(Open(_file, "baseline", ("STAND_IN_ANSWER", "1")), "another version");

    [Fact]
    public void An_engine_that_does_not_start_is_refused() => AssertRefused(Open(_file, "baseline", ("STAND_IN_ANSWER", "2")), "does not start");

    [Fact]
    public void A_wish_that_is_no_build_is_refused() => AssertRefused(Open(_file, "sse9"), "'sse9'");

    [Fact]
    public void A_process_without_room_for_the_runtime_is_refused()
    {
        var script = Path.Combine(_folder, "narrow");
        Shell.WriteScript(script, $"ulimit -v 1000000; exec '{_host}' '{_file}'");

        AssertRefused(Shell.Run(script, [], ("NAMPLUG_ISA", "baseline")), "address space");
    }

    [Fact]
    public void Nothing_but_what_hosts_look_up_is_exported()
    {
        var outcome = Shell.Run("nm", ["-D", "--defined-only", "--format=just-symbols", _file]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(["GetPluginFactory", "ModuleEntry", "ModuleExit", "clap_entry"], outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string EngineIn(string folder, string build) => Path.Combine(folder, $"libnam-engine-{build}.so");

    private static void AssertRefused(Shell.Outcome outcome, string reason)
    {
        Assert.Equal("vst3: refuses, no factory\nclap: refuses, no factory\n", outcome.Output);
        Assert.Contains(reason, outcome.Error);
        Assert.StartsWith("NamPlugin: ", outcome.Error);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    private Shell.Outcome Open(string file, string? isa, params (string Name, string? Value)[] environment) =>
        Shell.Run(_host, [file], [("NAMPLUG_ISA", isa), .. environment]);
}
