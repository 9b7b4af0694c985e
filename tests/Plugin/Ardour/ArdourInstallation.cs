using System.Diagnostics;
using System.Globalization;

namespace NamPlugin.Plugin.Tests.Ardour;

/// <summary>
/// Ardour as Debian packages it: the command-line programs that it brings, run without a display and with a home of their own, so that neither the
/// user's settings nor the user's plugins are seen or touched.
/// </summary>
/// <param name="home">An existing folder: home, working folder and place for temporary files of every program.</param>
internal sealed class ArdourInstallation(string home)
{
    private const string Name = "ardour7";
    private const string Folder = "/usr/lib/" + Name;

    // The export of 7.3 now and then waits for itself before its first cycle, with plugins and without: two of its threads take two locks in either
    // order. Then, and only then, it is begun again.
    private const int ExportAttempts = 4;
    private static readonly TimeSpan ExportPatience = TimeSpan.FromSeconds(60);

    /// <summary>Skips the calling test where Ardour is absent.</summary>
    public static void Require() => Assert.SkipUnless(Directory.Exists(Folder), "Ardour 7 is not installed");

    /// <summary>Runs a Lua script in Ardour, whose audio goes nowhere.</summary>
    public string RunLua(string script, params string[] arguments) => Run($"/usr/bin/{Name}-lua", [script, .. arguments]);

    /// <summary>Exports a session's range as a WAV file of 32-bit floats, faster than real time.</summary>
    public void Export(string folder, string session, string target)
    {
        var program = $"/usr/bin/{Name}-export";
        for (var attempt = 1; ; attempt++)
        {
            var outcome = OtherProgram.Run(Start(program, ["-b", "float", "-o", target, folder, session]), ExportPatience);
            var hasBegun = outcome.Output.Contains("Exporting Audio", StringComparison.Ordinal);
            if (outcome.ExitCode is null && !hasBegun && attempt < ExportAttempts)
                continue;
            Check(program, outcome);
            return;
        }
    }

    /// <summary>Lets Ardour's scanner look at a VST3 bundle, and gives what was printed beyond its usual words.</summary>
    public string Scan(string bundle) => Run($"{Folder}/ardour-vst3-scanner", ["--quiet", "--force", bundle]);

    private string Run(string program, string[] arguments) => Check(program, OtherProgram.Run(Start(program, arguments)));

    private ProcessStartInfo Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = home };
        start.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("PATH", "/usr/bin:/bin"), ("HOME", home), ("TMPDIR", home), ("LANG", "C.UTF-8"), ("LD_LIBRARY_PATH", Folder),
            ("ARDOUR_DATA_PATH", $"/usr/share/{Name}"), ("ARDOUR_CONFIG_PATH", $"/etc/{Name}"), ("ARDOUR_DLL_PATH", Folder),
            // SSE2: the AVX-512 routines of 7.3 write outside of their buffers, which a later version mended.
            ("ARDOUR_FPU_FLAGS", "15"),
        })
            start.Environment[name] = value;
        return start;
    }

    private static string Check(string program, OtherProgram outcome)
    {
        var printed = outcome.Output + outcome.Errors;
        Assert.True(outcome.ExitCode == 0, $"{program} ends with {outcome.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "force"}: {printed}");
        // What the plugin has to say begins so.
        Assert.DoesNotContain("NamPlugin:", printed, StringComparison.Ordinal);
        return printed;
    }
}
