using Microsoft.Win32.SafeHandles;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>
/// The folders of a host's project into which captures and impulse responses can be collected: one that all instances share, and perhaps one of this instance alone.
/// Files go into a subfolder that bears the vendor's name, each under its own name and once for all instances. [main-thread]
/// </summary>
internal sealed class ResourceFolder
{
    private const int CopyBytes = 1 << 16;
    private const int MostNamesakes = 1000;

    private readonly Dictionary<string, string> _copies = [];
    private string? _shared;
    private string? _exclusive;

    /// <summary>Says where a folder lies.</summary>
    /// <param name="path">An absolute path; null for a folder that is no more.</param>
    /// <param name="isShared">Which of the two it is.</param>
    public void Set(string? path, bool isShared)
    {
        if (isShared)
            _shared = path;
        else
            _exclusive = path;
    }

    /// <summary>Copies a file into the shared folder, or else into the other one; nothing where it lies there already, or there is no folder.</summary>
    /// <exception cref="IOException">It cannot be read, or the copy cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void Collect(string path)
    {
        if ((_shared ?? _exclusive) is not { } folder || RelativePath(folder, path) is not null)
            return;
        var target = Path.Combine(folder, PluginIdentity.Vendor);
        Directory.CreateDirectory(target);
        using var source = File.OpenHandle(path);
        using var room = new NativeBuffer<byte>(2 * CopyBytes);
        _copies[path] = Copy(source, Path.Combine(target, Path.GetFileNameWithoutExtension(path)), Path.GetExtension(path), room.Span);
    }

    /// <summary>Where in the shared folder a file lies, itself or its copy, as a path relative to that folder; null where it does not.</summary>
    public string? SharedFileOf(string? path)
    {
        if (_shared is null || path is null)
            return null;
        return RelativePath(_shared, path) ?? (_copies.TryGetValue(path, out var copy) && File.Exists(copy) ? RelativePath(_shared, copy) : null);
    }

    private static string? RelativePath(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    // Another file may bear the same name already; the same one is used again.
    private static string Copy(SafeFileHandle source, string stem, string extension, Span<byte> room)
    {
        for (var namesake = 1; namesake <= MostNamesakes; namesake++)
        {
            var target = namesake == 1 ? stem + extension : $"{stem} {namesake}{extension}";
            if (!Path.Exists(target))
            {
                Write(source, target, room);
                return target;
            }

            if (File.Exists(target) && IsSame(source, target, room))
                return target;
        }

        throw new IOException($"{stem}{extension} and {MostNamesakes} others of the name exist already.");
    }

    private static void Write(SafeFileHandle source, string target, Span<byte> room)
    {
        using var file = AtomicFile.Create(target, mayReplace: false);
        for (long position = 0; RandomAccess.Read(source, room, position) is var count and > 0; position += count)
            file.Stream.Write(room[..count]);
        file.Commit();
    }

    private static bool IsSame(SafeFileHandle source, string target, Span<byte> room)
    {
        using var other = File.OpenHandle(target);
        if (RandomAccess.GetLength(source) != RandomAccess.GetLength(other))
            return false;
        var left = room[..CopyBytes];
        var right = room[CopyBytes..];
        for (long position = 0; ; position += CopyBytes)
        {
            var count = ReadFully(source, left, position);
            if (count != ReadFully(other, right, position) || !left[..count].SequenceEqual(right[..count]))
                return false;
            if (count < CopyBytes)
                return true;
        }
    }

    private static int ReadFully(SafeFileHandle file, Span<byte> target, long position)
    {
        var done = 0;
        while (done < target.Length && RandomAccess.Read(file, target[done..], position + done) is var count and > 0)
            done += count;
        return done;
    }
}
