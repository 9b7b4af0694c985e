using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Files;

/// <summary>Finds what a session names: at its path, relative to the session or a library folder, by its contents in the library, as the session's copy.</summary>
internal static class FileSearch
{
    // A library folder may be a whole disk by mistake.
    private const int MostFiles = 50_000;

    /// <summary>Opens the file. [loader-thread]</summary>
    /// <param name="reference">What the session names.</param>
    /// <param name="sessionFolder">Where the session or preset lies; null when the host does not say.</param>
    /// <exception cref="FileFormatException">It is nowhere, or cannot be read.</exception>
    public static FoundFile Open(FileReference reference, string? sessionFolder)
    {
        if (Path.IsPathRooted(reference.Path) && File.Exists(reference.Path))
            return FoundFile.Open(reference.Path);
        var folders = LibraryFolders.All;
        if (FindRelative(reference, sessionFolder, folders) is { } moved)
            return FoundFile.Open(moved);
        if (FindContents(reference, folders) is { } renamed)
            return renamed;
        if (FoundFile.TryOpenCopy(reference) is { } copy)
            return copy;
        throw new FileFormatException(
            reference.Path, "", "no such file, none with its contents in the library, and no copy in the session", "the file that the session was saved with",
            "Put it back, or choose it where it lies now.");
    }

    private static string? FindRelative(FileReference reference, string? sessionFolder, IReadOnlyList<string> folders)
    {
        if (reference.RelativePath is not { } relative)
            return null;
        if (sessionFolder is not null && Exists(sessionFolder, relative) is { } beside)
            return beside;
        foreach (var folder in folders)
        {
            if (Exists(folder, relative) is { } inLibrary)
                return inLibrary;
        }

        return null;
    }

    private static string? Exists(string folder, string relative)
    {
        var path = Path.GetFullPath(Path.Combine(folder, relative));
        return File.Exists(path) ? path : null;
    }

    // Only files of the right length are read.
    private static FoundFile? FindContents(FileReference reference, IReadOnlyList<string> folders)
    {
        if (reference.Contents is not { Length: > 0 } wanted)
            return null;
        var extension = Path.GetExtension(reference.Path);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var visited = 0;
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
                continue;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
            {
                if (++visited > MostFiles)
                    return null;
                if (file.Length != wanted.Length || !file.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase))
                    continue;
                var found = FoundFile.Open(file.FullName);
                if (found.Contents == wanted)
                    return found;
                found.Dispose();
            }
        }

        return null;
    }
}
