using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect;

/// <content>Finding missing files again, for all instances at once.</content>
public sealed unsafe partial class PluginEffect
{
    private static readonly List<PluginEffect> s_instances = [];

    /// <summary>Instances of this process that have asked for files which are not there yet. [thread-safe]</summary>
    internal static int LoadingInstances
    {
        get
        {
            var count = 0;
            lock (s_instances)
            {
                foreach (var instance in s_instances)
                    count += instance.IsLoading ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>In how many other instances a file is missing that would be found with this one. [main-thread]</summary>
    /// <param name="kind">Which of this instance's files is missing.</param>
    /// <param name="path">Where it lies now.</param>
    public int CountFoundWith(FileKind kind, string path) => FindOthers(kind, path).Count;

    /// <summary>
    /// Says where a missing file lies now. With <paramref name="everywhere"/>, other instances that miss the same file, or another one of its old
    /// folder that lies in the new folder too, load theirs as well. [main-thread]
    /// </summary>
    /// <returns>How many instances load a file for it.</returns>
    public int Relink(FileKind kind, string path, bool everywhere)
    {
        path = Path.GetFullPath(path);
        var others = everywhere ? FindOthers(kind, path) : [];
        Load(kind, path);
        foreach (var (instance, otherKind, otherPath) in others)
            instance.Load(otherKind, otherPath);
        return others.Count + 1;
    }

    private List<(PluginEffect Instance, FileKind Kind, string Path)> FindOthers(FileKind kind, string path)
    {
        var found = new List<(PluginEffect, FileKind, string)>();
        if (MissingOf(kind) is not { } missing)
            return found;
        lock (s_instances)
        {
            foreach (var instance in s_instances)
            {
                for (var otherKind = FileKind.Model; otherKind <= FileKind.SecondResponse; otherKind++)
                {
                    if ((instance != this || otherKind != kind) && instance.MissingOf(otherKind) is { } other && Moved(missing, other, path) is { } otherPath)
                        found.Add((instance, otherKind, otherPath));
                }
            }
        }

        return found;
    }

    private FileReference? MissingOf(FileKind kind)
    {
        lock (_gate)
            return _files[(int)kind] is { Problem: not null } slot ? slot.Reference : null;
    }

    private static string? Moved(FileReference missing, FileReference other, string path)
    {
        if (other.Path == missing.Path || (other.Contents is not null && other.Contents == missing.Contents))
            return path;
        if (Path.GetDirectoryName(other.Path) != Path.GetDirectoryName(missing.Path) || Path.GetDirectoryName(path) is not { } folder)
            return null;
        var beside = Path.Combine(folder, other.Name);
        return File.Exists(beside) ? beside : null;
    }
}
