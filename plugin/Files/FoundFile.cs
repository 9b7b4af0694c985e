using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Plugin.Files;

/// <summary>A file that is there to be loaded: on disk, or as a session's copy. [loader-thread]</summary>
internal sealed class FoundFile : IDisposable
{
    private const int MostBytes = ModelLimits.FileBytes;

    // What files contained when they were last read, so that forty instances of one capture read it once.
    private static readonly Dictionary<string, Stamp> s_stamps = [];

    private NativeBuffer<byte>? _bytes;

    private FoundFile(string path, FileContents contents, bool isCopy, NativeBuffer<byte>? bytes)
    {
        Path = path;
        Contents = contents;
        IsCopy = isCopy;
        _bytes = bytes;
    }

    /// <summary>Where it lies; of a copy, where it lay.</summary>
    public string Path { get; }

    /// <summary>What it contains; held until this is disposed.</summary>
    public FileContents Contents { get; }

    /// <summary>Whether it is the copy that a session brought along.</summary>
    public bool IsCopy { get; }

    /// <summary>Opens a file on disk.</summary>
    /// <exception cref="FileFormatException">It cannot be read, or is far too long.</exception>
    public static FoundFile Open(string path)
    {
        var stamp = Stamp.Of(path);
        lock (s_stamps)
        {
            if (s_stamps.TryGetValue(path, out var known) && known.HasTimeAndLengthOf(stamp) && FileContents.TryHold(known.Sha256) is { } same)
                return new FoundFile(path, same, isCopy: false, bytes: null);
        }

        var bytes = Read(path);
        var contents = FileContents.Of(bytes.Span);
        lock (s_stamps)
        {
            // A library that was browsed from end to end must not be remembered for ever.
            if (s_stamps.Count >= 1024)
                s_stamps.Clear();
            s_stamps[path] = stamp with { Sha256 = contents.Sha256 };
        }

        return new FoundFile(path, contents, isCopy: false, bytes);
    }

    /// <summary>Opens a session's copy; null when it brought none, or a damaged one.</summary>
    public static FoundFile? TryOpenCopy(FileReference reference)
    {
        if (reference.Contents is not { } contents || contents.TryRestore(MostBytes) is not { } bytes)
            return null;
        contents.TryHold();
        return new FoundFile(reference.Path, contents, isCopy: true, bytes);
    }

    /// <summary>The whole file; the caller owns the bytes.</summary>
    /// <exception cref="FileFormatException">It cannot be read any more.</exception>
    public NativeBuffer<byte> ReadBytes()
    {
        var bytes = _bytes ?? Read(Path);
        _bytes = null;
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bytes?.Dispose();
        Contents.Release();
    }

    private static NativeBuffer<byte> Read(string path) => FileBytes.Read(path, MostBytes, "a readable file");

    private sealed record Stamp(DateTime WrittenUtc, long Length, string Sha256)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length, "") : new Stamp(default, -1, "");
        }

        public bool HasTimeAndLengthOf(Stamp other) => Length >= 0 && Length == other.Length && WrittenUtc == other.WrittenUtc;
    }
}
