namespace NamPlugin.Dsp.Formats;

/// <summary>
/// A file that appears complete or not at all: it is written under a temporary name in the same folder and takes its own name in
/// <see cref="Commit"/>. Whatever stood there before stays until then. [main-thread]
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private readonly bool _mayReplace;
    private bool _isSettled;

    private AtomicFile(string target, string temporary, bool mayReplace)
    {
        _target = target;
        _mayReplace = mayReplace;
        TemporaryPath = temporary;
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>What to write to; closed by <see cref="Commit"/> and <see cref="Dispose"/>.</summary>
    public FileStream Stream { get; }

    /// <summary>Where the file lies until then, for libraries that write by name. <see cref="Stream"/> must be closed before they do.</summary>
    public string TemporaryPath { get; }

    /// <summary>Begins a file. A symbolic link is followed, so that the link stays and its target is replaced.</summary>
    /// <param name="path">The name it will have.</param>
    /// <param name="mayReplace">Whether a file that has the name already is replaced; if not, it is refused here and once more in <see cref="Commit"/>.</param>
    /// <exception cref="IOException">The folder does not exist or cannot be written to, or the name is taken.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static AtomicFile Create(string path, bool mayReplace = true)
    {
        var full = Path.GetFullPath(path);
        var info = new FileInfo(full);
        var target = info.LinkTarget is null ? full : info.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target))
            throw new IOException($"{path} is a folder.");
        if (IsDevice(full) || IsDevice(target))
            throw new IOException($"{path} is a device; it would be replaced by a file.");
        if (!mayReplace && File.Exists(target))
            throw new IOException($"{path} exists already.");
        var folder = Path.GetDirectoryName(target) ?? throw new IOException($"{path} is not the name of a file.");
        return new AtomicFile(target, Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), mayReplace);
    }

    /// <summary>Writes a whole file that is in memory.</summary>
    /// <exception cref="IOException">The file cannot be written; what stood there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents, bool mayReplace = true)
    {
        using var file = Create(path, mayReplace);
        file.Stream.Write(contents);
        file.Commit();
    }

    /// <summary>Brings everything to the disk and gives the file its name.</summary>
    /// <exception cref="IOException">The file cannot be written or renamed, or the name was taken meanwhile; what stood there before is untouched.</exception>
    public void Commit()
    {
        Stream.Dispose();
        using (var written = File.OpenHandle(TemporaryPath, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
            RandomAccess.FlushToDisk(written);
        File.Move(TemporaryPath, _target, _mayReplace);
        _isSettled = true;
    }

    /// <summary>Without a preceding <see cref="Commit"/>: removes what was written.</summary>
    public void Dispose()
    {
        if (_isSettled)
            return;
        _isSettled = true;
        try
        {
            Stream.Dispose();
        }
        finally
        {
            // Closing writes what is still buffered, and so fails on a full disk; the room taken must become free all the more.
            File.Delete(TemporaryPath);
        }
    }

    // Renaming over /dev/null would take it from the whole machine. /dev/shm is an ordinary file system.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
