using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Presets;

/// <summary>
/// All presets there are: those that ship with the plugin, and the user's own, which can be saved, renamed and deleted. Folders inside of the two are
/// searched too. [main-thread]
/// </summary>
/// <param name="factoryFolder">What ships with the plugin; null for nothing.</param>
/// <param name="userFolder">The user's own; made when the first one is saved.</param>
/// <param name="favourites">The file with the user's favourites.</param>
public sealed class PresetLibrary(string? factoryFolder, string userFolder, string favourites)
{
    // A folder of presets may be a whole disk by mistake.
    private const int MostPresets = 10_000;
    private const string Factory = "factory";
    private const string User = "user";

    private readonly FavouriteList _favourites = new(favourites);

    /// <summary>The presets of this user, in the folders that the system has for such things.</summary>
    public static PresetLibrary OfUser => new(PluginFolder.Presets, UserFolders.Presets, UserFolders.FavouritePresets);

    /// <summary>Lists them: the plugin's own first, each part in the order of its names.</summary>
    /// <exception cref="IOException">A folder or the favourites cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be.</exception>
    public IReadOnlyList<PresetEntry> List()
    {
        var marked = _favourites.Read();
        var entries = new List<PresetEntry>();
        if (factoryFolder is not null)
            AddAll(entries, factoryFolder, Factory, marked);
        AddAll(entries, userFolder, User, marked);
        return entries;
    }

    /// <summary>Saves what an instance sounds like among the user's own.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="metadata">What to say about it; its name makes the file's.</param>
    /// <param name="keepsWidth">Whether the width goes with it, which says what the sound costs on this machine rather than what it is.</param>
    /// <param name="mayReplace">Whether one of the user's own of the same name is replaced.</param>
    /// <exception cref="IOException">It cannot be written, or the name is taken.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public PresetEntry Save(PluginEffect effect, PresetMetadata metadata, bool keepsWidth = true, bool mayReplace = false)
    {
        using var preset = effect.SavePreset(metadata, keepsWidth);
        return Write(PathOf(metadata.Name), preset, mayReplace);
    }

    /// <summary>Gives one of the user's own another name.</summary>
    /// <exception cref="FileFormatException">It is no preset any more.</exception>
    /// <exception cref="IOException">It cannot be written, or the name is taken.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public PresetEntry Rename(PresetEntry entry, string name)
    {
        RequireOwn(entry);
        using var old = PresetFile.Read(entry.Path, out var metadata);
        using var preset = PresetFile.Compose(old.Span, metadata with { Name = name }, entry.Path);
        var path = Path.Combine(Path.GetDirectoryName(entry.Path)!, FileNameOf(name));
        if (path == entry.Path)
            return Write(path, preset, mayReplace: true);
        var renamed = Write(path, preset, mayReplace: false);
        File.Delete(entry.Path);
        _favourites.Rename(entry.Id, renamed.Id);
        return renamed with { IsFavourite = entry.IsFavourite };
    }

    /// <summary>Deletes one of the user's own.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void Delete(PresetEntry entry)
    {
        RequireOwn(entry);
        File.Delete(entry.Path);
        _favourites.Set(entry.Id, isFavourite: false);
    }

    /// <summary>Marks a preset as a favourite, or no longer.</summary>
    /// <exception cref="IOException">The file of favourites cannot be read or written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public void SetFavourite(PresetEntry entry, bool isFavourite) => _favourites.Set(entry.Id, isFavourite);

    /// <summary>Takes a file among the user's own: a preset, or one that a VST3 host saved.</summary>
    /// <exception cref="FileFormatException">It is neither.</exception>
    /// <exception cref="IOException">It cannot be written, or the name is taken.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public PresetEntry Import(string path, bool mayReplace = false)
    {
        using var file = FileBytes.Read(path, PluginEffect.LongestStateBytes, "a readable preset");
        var state = VstPresetFile.Is(file.Span) ? VstPresetFile.ComponentState(file.Span, path) : file.Span;
        var metadata = PresetFile.Describe(state, path);
        using var preset = PresetFile.Compose(state, metadata, path);
        return Write(PathOf(metadata.Name), preset, mayReplace);
    }

    /// <summary>Writes a preset as a file for VST3 hosts, or a copy of it where the path does not end so.</summary>
    /// <exception cref="FileFormatException">It is no preset.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Export(PresetEntry entry, string path)
    {
        using var preset = PresetFile.Read(entry.Path, out var metadata);
        if (Path.GetExtension(path) != VstPresetFile.Extension)
        {
            AtomicFile.Write(path, preset.Span);
            return;
        }

        using var file = VstPresetFile.Compose(preset.Span, metadata);
        AtomicFile.Write(path, file.Span);
    }

    private static void RequireOwn(PresetEntry entry)
    {
        if (entry.IsFactory)
            throw new ArgumentException("What ships with the plugin stays as it is.", nameof(entry));
    }

    // What no file system takes, and what hides a file.
    private static string FileNameOf(string name)
    {
        const int Longest = 80;
        var letters = name.Trim().TrimStart('.').ToCharArray();
        for (var index = 0; index < letters.Length; index++)
        {
            if (char.IsControl(letters[index]) || "/\\:*?\"<>|".Contains(letters[index], StringComparison.Ordinal))
                letters[index] = '_';
        }

        var length = Math.Min(letters.Length, Longest);
        if (length > 0 && char.IsHighSurrogate(letters[length - 1]))
            length--;
        return (length == 0 ? "Preset" : new string(letters, 0, length)) + PresetFile.Extension;
    }

    private string PathOf(string name) => Path.Combine(userFolder, FileNameOf(name));

    private PresetEntry Write(string path, NativeBuffer<byte> preset, bool mayReplace)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, preset.Span, mayReplace);
        var id = IdOf(userFolder, User, path);
        return new PresetEntry(path, id, IsFactory: false, _favourites.Read().Contains(id), PresetFile.Describe(preset.Span, path), Problem: null);
    }

    private static void AddAll(List<PresetEntry> entries, string folder, string part, HashSet<string> marked)
    {
        if (!Directory.Exists(folder))
            return;
        var first = entries.Count;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        foreach (var path in Directory.EnumerateFiles(folder, "*" + PresetFile.Extension, options))
        {
            if (entries.Count - first >= MostPresets)
                break;
            var id = IdOf(folder, part, path);
            entries.Add(Describe(path, id, part == Factory, marked.Contains(id)));
        }

        entries.Sort(first, entries.Count - first, Comparer<PresetEntry>.Create(static (one, other) =>
            string.Compare(one.Metadata.Name, other.Metadata.Name, StringComparison.OrdinalIgnoreCase)));
    }

    private static PresetEntry Describe(string path, string id, bool isFactory, bool isFavourite)
    {
        try
        {
            return new PresetEntry(path, id, isFactory, isFavourite, PresetFile.ReadMetadata(path), Problem: null);
        }
        catch (FileFormatException exception)
        {
            return new PresetEntry(path, id, isFactory, isFavourite, new PresetMetadata { Name = Path.GetFileNameWithoutExtension(path) }, exception.Message);
        }
    }

    private static string IdOf(string folder, string part, string path) =>
        $"{part}/{Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace(Path.DirectorySeparatorChar, '/')}";
}
