using System.IO.Enumeration;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Finds the recordings that files, folders and patterns mean. Shells that expand patterns never get here; those that do not, and quoted
/// patterns, do. As in a shell, hidden files are left out (also the "._" companions that macOS leaves on shared disks), and ** does not
/// follow links.
/// </summary>
internal static class RecordingSearch
{
    private static readonly string[] Extensions = [".wav", ".wave", ".bwf", ".rf64", ".flac", ".aif", ".aiff", ".aifc"];

    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    private static readonly EnumerationOptions VisibleAndOwn = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>What one argument means.</summary>
    /// <exception cref="UsageException">It means nothing that is there.</exception>
    public static IReadOnlyList<FoundRecording> Expand(string argument)
    {
        if (argument == JobList.StandardStream || File.Exists(argument))
            return [new FoundRecording(argument)];
        if (Directory.Exists(argument))
            return RecordingsIn(argument);
        var matches = IsPattern(argument) ? Glob(argument) : [];
        return matches.Count > 0 ? matches : throw new UsageException($"{argument}: no such file or folder, and no recording matches it.");
    }

    private static List<FoundRecording> RecordingsIn(string folder)
    {
        var recordings = Directory.EnumerateFiles(folder, "*", Visible).Where(IsRecording).Order(StringComparer.Ordinal).Select(static file => new FoundRecording(file)).ToList();
        return recordings.Count > 0 ? recordings : throw new UsageException($"{folder}: no recordings there ({string.Join(' ', Extensions)}).");
    }

    private static List<FoundRecording> Glob(string pattern)
    {
        var parts = (OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern).Split('/');
        var fixedParts = parts.TakeWhile(static part => !IsPattern(part)).ToArray();
        var root = fixedParts.Length == 0 ? "." : fixedParts is [""] ? "/" : string.Join('/', fixedParts);
        if (!Directory.Exists(root))
            return [];
        return [.. Match(root, parts[fixedParts.Length..])
            .Where(IsRecording)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(file => new FoundRecording(fixedParts.Length == 0 ? Path.GetRelativePath(".", file) : file, Path.GetDirectoryName(Path.GetRelativePath(root, file)) ?? ""))];
    }

    // A ** stands for any number of folders.
    private static IEnumerable<string> Match(string folder, string[] parts) => parts switch
    {
        ["**"] => Match(folder, ["**", "*"]),
        ["**", .. var rest] => Match(folder, rest).Concat(Directory.EnumerateDirectories(folder, "*", VisibleAndOwn).SelectMany(sub => Match(sub, parts))),
        [var name] => Directory.EnumerateFiles(folder, "*", Visible).Where(file => Matches(name, file)),
        [var name, .. var rest] => Directory.EnumerateDirectories(folder, "*", Visible).Where(sub => Matches(name, sub)).SelectMany(sub => Match(sub, rest)),
        [] => [],
    };

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    private static bool Matches(string pattern, string path) =>
        FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path.AsSpan()), ignoreCase: OperatingSystem.IsWindows());

    private static bool IsRecording(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
