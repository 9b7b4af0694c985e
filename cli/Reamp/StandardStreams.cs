namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Stands in for stdin, stdout and named pipes: audio files need to seek, pipes cannot, so what is piped passes through temporary files.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    private readonly List<string> _temporary = [];
    private readonly bool _deliversToStdout;

    /// <summary>Takes in what is piped, if the job reads that.</summary>
    /// <exception cref="IOException">The input cannot be opened, or there is no room for what is piped.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted while the pipe was still open.</exception>
    public StandardStreams(ReampJob job, CancellationToken cancellation)
    {
        try
        {
            InputPath = TakeIn(job.Input, cancellation);
            _deliversToStdout = job.Output == JobList.StandardStream;
            OutputPath = _deliversToStdout ? NewTemporary() : job.Output;
        }
        catch
        {
            Dispose();
            throw;
        }
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

    private string TakeIn(string input, CancellationToken cancellation)
    {
        // A pipe that nobody writes to blocks whoever opens or reads it; the user's Ctrl-C must not have to wait for that.
        using var stream = Task.Run(() => input == JobList.StandardStream ? Console.OpenStandardInput() : File.OpenRead(input), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
        if (stream is FileStream { CanSeek: true })
            return input;
        var path = NewTemporary();
        using var file = File.Create(path);
        Task.Run(() => stream.CopyTo(file), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
        return path;
    }

    private string NewTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), $"namplug-{Guid.NewGuid():N}.wav");
        _temporary.Add(path);
        return path;
    }
}
