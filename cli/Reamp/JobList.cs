using System.IO.Enumeration;

namespace NamPlugin.Cli.Reamp;

/// <summary>Turns the files, folders and globs of a command line into jobs.</summary>
internal sealed class JobList
{
    /// <summary>Stands for stdin or stdout.</summary>
    public const string StandardStream = "-";

    private static readonly string[] Extensions = [".wav", ".wave", ".bwf", ".rf64", ".flac", ".aif", ".aiff"];

    /// <summary>Inputs as written.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The only output, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Folder of the outputs; null puts each beside its input.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>What an output's name has that its input's has not.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The jobs, in the order of the command line; within folders and globs by name.</summary>
    /// <exception cref="UsageException">Nothing matches, or two inputs would have one output.</exception>
    public IReadOnlyList<ReampJob> Expand()
    {
        var files = Inputs.SelectMany(ExpandInput).Distinct(StringComparer.Ordinal).ToList();
        if (Output is not null && files.Count != 1)
            throw new UsageException($"--out names one file, but there are {files.Count} inputs; use --out-dir.");
        var jobs = files.Select(file => new ReampJob(file, OutputFor(file))).ToList();
        foreach (var group in jobs.Where(static job => job.Output != StandardStream).GroupBy(static job => Path.GetFullPath(job.Output), StringComparer.Ordinal))
        {
            if (group.Count() > 1)
                throw new UsageException($"{string.Join(" and ", group.Select(static job => job.Input))} would both become {group.Key}; give them different names or folders.");
            if (files.Exists(file => file != StandardStream && Path.GetFullPath(file) == group.Key))
                throw new UsageException($"{group.Key} is an input; choose another --suffix, --out or --out-dir.");
        }

        return jobs;
    }

    private string OutputFor(string input)
    {
        if (Output is not null)
            return Output;
        if (input == StandardStream)
            throw new UsageException("Sound from stdin needs --out FILE (or --out - for stdout).");
        var folder = OutputFolder ?? Path.GetDirectoryName(input) ?? "";
        return Path.Combine(folder, Path.GetFileNameWithoutExtension(input) + Suffix + Path.GetExtension(input));
    }

    private IEnumerable<string> ExpandInput(string input)
    {
        if (input == StandardStream || File.Exists(input))
            return [input];
        if (Directory.Exists(input))
            return RecordingsIn(input);
        var matches = input.AsSpan().ContainsAny('*', '?') ? Glob(input).ToList() : [];
        return matches.Count > 0 ? matches : throw new UsageException($"{input}: no such file or folder, and no recording matches it.");
    }

    // Results of an earlier run that lie beside their inputs are not inputs themselves.
    private List<string> RecordingsIn(string folder)
    {
        var recordings = Directory.EnumerateFiles(folder).Where(IsRecording)
            .Where(file => OutputFolder is not null || Suffix.Length == 0 || !Path.GetFileNameWithoutExtension(file).EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        return recordings.Count > 0 ? recordings : throw new UsageException($"{folder}: no recordings there ({string.Join(' ', Extensions)}).");
    }

    // Shells that expand patterns never get here; those that do not, and quoted patterns, do. A ** stands for any number of folders.
    private static IEnumerable<string> Glob(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(static part => !part.AsSpan().ContainsAny('*', '?')).ToArray();
        var root = fixedParts.Length == 0 ? "." : fixedParts is [""] ? "/" : string.Join('/', fixedParts);
        return Directory.Exists(root) ? Match(root, parts[fixedParts.Length..]).Where(IsRecording).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> Match(string folder, string[] parts)
    {
        if (parts[0] == "**")
        {
            var rest = parts.Length == 1 ? ["*"] : parts[1..];
            return Match(folder, rest).Concat(Directory.EnumerateDirectories(folder).SelectMany(sub => Match(sub, parts)));
        }

        return parts.Length == 1
            ? Directory.EnumerateFiles(folder).Where(file => FileSystemName.MatchesSimpleExpression(parts[0], Path.GetFileName(file), ignoreCase: OperatingSystem.IsWindows()))
            : Directory.EnumerateDirectories(folder)
                .Where(sub => FileSystemName.MatchesSimpleExpression(parts[0], Path.GetFileName(sub), ignoreCase: OperatingSystem.IsWindows()))
                .SelectMany(sub => Match(sub, parts[1..]));
    }

    private static bool IsRecording(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
