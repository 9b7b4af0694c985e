namespace NamPlugin.Cli.Reamp;

/// <summary>Turns the files, folders and globs of a command line into jobs.</summary>
internal sealed class JobList
{
    /// <summary>Stands for stdin or stdout.</summary>
    public const string StandardStream = "-";

    /// <summary>Inputs as written.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The only output, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Folder of the outputs; null puts each beside its input.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>What an output's name has that its input's has not.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The jobs, in the order of the command line; within folders and globs by name.</summary>
    /// <exception cref="UsageException">Nothing matches, an output would replace an input, or two inputs would have one output.</exception>
    public IReadOnlyList<ReampJob> Expand()
    {
        var found = Inputs.SelectMany(RecordingSearch.Expand).DistinctBy(static recording => Identity(recording.Path), StringComparer.Ordinal).ToList();
        if (Output is not null && found.Count != 1)
            throw new UsageException($"--out names one file, but there are {found.Count} inputs; use --out-dir.");
        if (Output is not null && Directory.Exists(Output))
            throw new UsageException($"--out {Output} is a folder; use --out-dir.");
        var jobs = found.Select(recording => new ReampJob(recording.Path, OutputFor(recording))).ToList();
        if (jobs.Find(static job => job.Output != StandardStream && Identity(job.Output) == Identity(job.Input)) is { } harmful)
            throw new UsageException($"{harmful.Output} is the input itself; choose another --suffix, --out or --out-dir.");
        return WithoutCollisions(WithoutEarlierResults(jobs));
    }

    // What another input becomes is the result of an earlier run over the same folder: it is not reamped once more.
    private static List<ReampJob> WithoutEarlierResults(List<ReampJob> jobs)
    {
        var outputs = jobs.Select(static job => Identity(job.Output)).ToHashSet(StringComparer.Ordinal);
        return jobs.FindAll(job => job.Input == StandardStream || !outputs.Contains(Identity(job.Input)));
    }

    private static List<ReampJob> WithoutCollisions(List<ReampJob> jobs)
    {
        foreach (var group in jobs.GroupBy(static job => Identity(job.Output), StringComparer.Ordinal))
        {
            if (group.Count() > 1)
                throw new UsageException($"{string.Join(" and ", group.Select(static job => job.Input))} would both become {group.First().Output}; give them different names or folders.");
        }

        return jobs;
    }

    private string OutputFor(FoundRecording recording)
    {
        if (Output is not null)
            return Output;
        if (recording.Path == StandardStream)
            throw new UsageException("Sound from stdin needs --out FILE (or --out - for stdout).");
        var folder = OutputFolder is null ? Path.GetDirectoryName(recording.Path) ?? "" : Path.Combine(OutputFolder, recording.Subfolder);
        return Path.Combine(folder, Path.GetFileNameWithoutExtension(recording.Path) + Suffix + Path.GetExtension(recording.Path));
    }

    // One file may be named in several ways, with dots or through a link.
    private static string Identity(string path)
    {
        if (path == StandardStream)
            return path;
        var full = Path.GetFullPath(path);
        var file = new FileInfo(full);
        return file is { Exists: true, LinkTarget: not null } ? file.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
    }
}
