namespace NamPlugin.Dsp.Formats;

/// <summary>
/// A file that appears complete or not at all: it is written under a temporary name in the same folder and takes its own name in
/// <see cref="Commit"/>. Whatever stood there before stays until then. [main-thread]
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private bool _committed;

    private AtomicFile(string target, string temporary)
    {
        _target = target;
        _temporary = temporary;
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>What to write to; closed by <see cref="Commit"/> and <see cref="Dispose"/>.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins a file. A symbolic link is followed, so that the link stays and its target is replaced.</summary>
    /// <param name="path">The name it will have.</param>
    /// <exception cref="IOException">The folder does not exist or cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static AtomicFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        var info = new FileInfo(full);
        var target = info.LinkTarget is null ? full : info.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target))
            throw new IOException($"{path} is a folder.");
        var folder = Path.GetDirectoryName(target) ?? throw new IOException($"{path} is not the name of a file.");
        return new AtomicFile(target, Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"));
    }

    /// <summary>Writes a whole file that is in memory.</summary>
    /// <exception cref="IOException">The file cannot be written; what stood there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        using var file = Create(path);
        file.Stream.Write(contents);
        file.Commit();
    }

    /// <summary>Brings everything to the disk and gives the file its name, replacing what had it.</summary>
    /// <exception cref="IOException">The file cannot be written or renamed; what stood there before is untouched.</exception>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _target, overwrite: true);
        _committed = true;
    }

    /// <summary>Without a preceding <see cref="Commit"/>: removes what was written.</summary>
    public void Dispose()
    {
        if (_committed)
            return;
        _committed = true;
        Stream.Dispose();
        File.Delete(_temporary);
    }
}
