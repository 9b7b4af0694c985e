using System.Text;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Presets;

/// <summary>The user's favourites: a text file with an id in each line. [main-thread]</summary>
internal sealed class FavouriteList(string path)
{
    /// <summary>All of them; none where there is no such file.</summary>
    public HashSet<string> Read()
    {
        try
        {
            return new HashSet<string>(TextLines.Read(path), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Takes one on, or away.</summary>
    /// <exception cref="IOException">The file cannot be read or written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void Set(string id, bool isFavourite)
    {
        var ids = Read();
        if (isFavourite ? !ids.Add(id) : !ids.Remove(id))
            return;
        var lines = new List<string>(ids);
        lines.Sort(StringComparer.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    /// <summary>Knows one by another id from now on.</summary>
    /// <inheritdoc cref="Set" path="/exception"/>
    public void Rename(string from, string to)
    {
        if (!Read().Contains(from))
            return;
        Set(to, isFavourite: true);
        Set(from, isFavourite: false);
    }
}
