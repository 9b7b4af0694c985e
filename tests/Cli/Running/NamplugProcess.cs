using System.Diagnostics;
using System.Text;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>
/// The command line as a person starts it: a process of its own. The native build where <c>build.sh</c> has made it, else the managed one.
/// </summary>
internal sealed class NamplugProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<byte[]> _output;
    private readonly Task<string> _error;

    private NamplugProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = ReadAllAsync(_process.StandardOutput.BaseStream);
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether the tests run the native build.</summary>
    public static bool IsNative => File.Exists(NativeLauncher);

    /// <summary>Sound or text to be piped in.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    private static string NativeLauncher => Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "namplug");

    private static string ManagedBuild => Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "NamPlugin.Cli", $"release_net{Environment.Version.Major}.0", "namplug.dll");

    /// <summary>Starts the tool in a folder, with a folder of its own for temporary files.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="temporaryFolder">Where it may leave temporary files.</param>
    /// <param name="environment">Variables beside the inherited ones.</param>
    /// <param name="shell">What bash does to become the tool, which is "$@"; empty to start it without a shell.</param>
    /// <param name="arguments">The tool's arguments.</param>
    public static NamplugProcess Start(string folder, string temporaryFolder, IReadOnlyDictionary<string, string> environment, string shell, IEnumerable<string> arguments)
    {
        string[] tool = IsNative ? [NativeLauncher] : ["dotnet", ManagedBuild];
        // Whoever started the tests in the background may have had them ignore signals, and they would hand that on.
        string[] command = ["env", "--default-signal=HUP,INT,TERM", .. shell.Length == 0 ? [] : (string[])["bash", "-c", shell, "bash"], .. tool, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["TMPDIR"] = temporaryFolder;
        // The runtime's own sockets would count as left behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // The managed runtime maps its code through a file, which a limit on the size of files would forbid.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new NamplugProcess(start);
    }

    /// <summary>Closes stdin and waits for the end.</summary>
    public NamplugOutcome Finish()
    {
        Input.Close();
        return Wait();
    }

    /// <summary>Waits for the end with stdin left open, as a terminal leaves it.</summary>
    public NamplugOutcome Wait()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
            Assert.Fail($"namplug did not end within {Patience}: {_error.Result}");
        }

        return new NamplugOutcome(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Sends a signal: INT is what Ctrl-C sends.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
