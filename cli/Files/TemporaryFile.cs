namespace NamPlugin.Cli.Files;

/// <summary>
/// A file in the making: it lies beside its destination under another name until it is complete, so that whatever happens there is either
/// the whole file or none.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _destination;
    private readonly bool _mayOverwrite;
    private bool _isCommitted;

    /// <summary>Chooses the temporary name; nothing is created yet.</summary>
    public TemporaryFile(string destination, bool mayOverwrite)
    {
        _destination = destination;
        _mayOverwrite = mayOverwrite;
        Path = $"{destination}.{Environment.ProcessId}.part";
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Gives the file, closed by now, its name.</summary>
    /// <exception cref="IOException">The destination exists and may not be overwritten, or the folder cannot be written.</exception>
    public void Commit()
    {
        File.Move(Path, _destination, _mayOverwrite);
        _isCommitted = true;
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        if (!_isCommitted && File.Exists(Path))
            File.Delete(Path);
    }
}
