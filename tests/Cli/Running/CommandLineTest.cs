namespace NamPlugin.Cli.Tests.Running;

/// <summary>
/// Base of tests that run <c>namplug</c>: a folder of its own that is gone afterwards, and, behind every test, a look whether the tool left
/// something half done in it or in the folder for temporary files.
/// </summary>
public abstract class CommandLineTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("namplug-test-");
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("namplug-test-tmp-");

    /// <summary>Where the tool runs.</summary>
    protected string Folder => _folder.FullName;

    /// <summary>Variables for the runs of this test.</summary>
    protected Dictionary<string, string> Variables { get; } = [];

    /// <summary>A path in the folder.</summary>
    protected string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Every file below the folder, relative, sorted.</summary>
    protected IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private protected NamplugOutcome Run(params string[] arguments) => Run([], arguments);

    private protected NamplugOutcome Run(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            process.Input.Write(input);
        }
        catch (IOException)
        {
            // A run that refuses its arguments does not read what is piped to it.
        }

        return process.Finish();
    }

    private protected NamplugProcess Start(params string[] arguments) => StartIn("", arguments);

    /// <summary>Starts the tool from a line of bash, which calls it as "$@".</summary>
    private protected NamplugProcess StartIn(string shell, params string[] arguments) => NamplugProcess.Start(Folder, _temporary.FullName, Variables, shell, arguments);

    /// <summary>What lies in the folder for temporary files.</summary>
    private protected IReadOnlyList<string> TemporaryFiles() => [.. _temporary.EnumerateFileSystemInfos().Select(static entry => entry.Name)];

    public void Dispose()
    {
        try
        {
            Assert.Empty(TemporaryFiles());
            Assert.DoesNotContain(Files(), static file => file.EndsWith(".tmp", StringComparison.Ordinal));
        }
        finally
        {
            _folder.Delete(recursive: true);
            _temporary.Delete(recursive: true);
            GC.SuppressFinalize(this);
        }
    }
}
