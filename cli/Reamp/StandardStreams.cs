namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Stands in for stdin and stdout: audio files need to seek, pipes cannot, so what is piped passes through temporary files.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    private readonly List<string> _temporary = [];
    private readonly bool _deliversToStdout;

    /// <summary>Takes stdin in, if the job reads it.</summary>
    public StandardStreams(ReampJob job)
    {
        InputPath = job.Input == JobList.StandardStream ? NewTemporary() : job.Input;
        OutputPath = job.Output == JobList.StandardStream ? NewTemporary() : job.Output;
        _deliversToStdout = job.Output == JobList.StandardStream;
        if (job.Input != JobList.StandardStream)
            return;
        using var file = File.Create(InputPath);
        using var stdin = Console.OpenStandardInput();
        stdin.CopyTo(file);
    }

    /// <summary>The file to read.</summary>
    public string InputPath { get; }

    /// <summary>The file to write.</summary>
    public string OutputPath { get; }

    /// <summary>Hands a finished output on to stdout, if the job writes there.</summary>
    public void Deliver()
    {
        if (!_deliversToStdout)
            return;
        using var file = File.OpenRead(OutputPath);
        using var stdout = Console.OpenStandardOutput();
        file.CopyTo(stdout);
    }

    /// <summary>Removes temporary files.</summary>
    public void Dispose()
    {
        foreach (var path in _temporary)
            File.Delete(path);
    }

    private string NewTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), $"namplug-{Guid.NewGuid():N}.wav");
        _temporary.Add(path);
        return path;
    }
}
