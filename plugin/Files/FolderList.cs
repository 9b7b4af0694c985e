namespace NamPlugin.Plugin.Files;

/// <summary>The files of one kind in a folder, in the order of their names: what "next" and "previous" go through.</summary>
internal static class FolderList
{
    /// <summary>All of them; none where the folder cannot be read. [loader-thread]</summary>
    public static string[] Of(string folder, ReadOnlySpan<string> extensions)
    {
        try
        {
            var files = new List<string>();
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                foreach (var extension in extensions)
                {
                    if (file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                        files.Add(file);
                }
            }

            files.Sort(StringComparer.OrdinalIgnoreCase);
            return [.. files];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The file a number of steps away from another, round the end; null when there is no other.</summary>
    public static string? Step(string[] files, string current, int steps)
    {
        if (files.Length == 0)
            return null;
        var index = Array.BinarySearch(files, current, StringComparer.OrdinalIgnoreCase);
        // Between two files, the first step leads to a neighbour.
        if (index < 0)
            index = steps > 0 ? ~index - 1 : ~index;
        var next = files[(((index + steps) % files.Length) + files.Length) % files.Length];
        return next == current ? null : next;
    }
}
