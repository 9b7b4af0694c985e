using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Files;

/// <summary>
/// The folders that a user keeps captures and impulse responses in: <c>library</c> in the user's data folder, and each line of the file
/// <c>library-folders</c> in the user's configuration folder. NAMPLUGIN_LIBRARY, a list separated by colons, stands in for both. Last comes what ships
/// with the plugin.
/// </summary>
internal static class LibraryFolders
{
    /// <summary>All of them, whether or not they exist; read anew each time. [loader-thread]</summary>
    public static IReadOnlyList<string> All
    {
        get
        {
            string[] own = Environment.GetEnvironmentVariable("NAMPLUGIN_LIBRARY") is { Length: > 0 } named
                ? named.Split(':', StringSplitOptions.RemoveEmptyEntries)
                : [UserFolders.Library, .. Listed()];
            return PluginFolder.Captures is { } captures ? [.. own, captures] : own;
        }
    }

    /// <summary>A path seen from the first folder that it lies in, with forward slashes; null when it lies in none.</summary>
    public static string? Relative(string path)
    {
        foreach (var folder in All)
        {
            var relative = Path.GetRelativePath(folder, path);
            if (relative != path && !relative.StartsWith("..", StringComparison.Ordinal))
                return relative.Replace(Path.DirectorySeparatorChar, '/');
        }

        return null;
    }

    private static string[] Listed()
    {
        try
        {
            return Array.FindAll(TextLines.Read(UserFolders.LibraryList), static line => line.StartsWith('/'));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No list is the usual case; one that cannot be read names no folder.
            return [];
        }
    }
}
