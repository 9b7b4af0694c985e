using System.Collections.Concurrent;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Reamp;

/// <summary>A whole run: all jobs, several at a time, failures collected, progress and summary on stderr, JSON on stdout.</summary>
internal sealed class ReampRun
{
    /// <summary>What is done to each recording.</summary>
    public required ReampSettings Settings { get; init; }

    /// <summary>The recordings.</summary>
    public required IReadOnlyList<ReampJob> Jobs { get; init; }

    /// <summary>How many are rendered at a time.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Leave outputs alone that are there already.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Replace outputs that are there already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Only say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>JSON lines on stdout instead of sentences on stderr.</summary>
    public bool Json { get; init; }

    /// <summary>Nothing but errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>Runs everything and returns the exit code.</summary>
    public int Execute(CancellationToken cancellation)
    {
        RequireSensibleStreams();
        using var rig = Rig.Load(Settings);
        RequireFittingOptions(rig);
        var report = new ReampReport(Settings, rig, Jobs.Count, Json, Quiet);
        report.Begin();
        var renderer = new ReampRenderer(rig, Settings);
        var results = new ReampResult?[Jobs.Count];
        using (var progress = ProgressLine.Start("reamping", Jobs.Count, show: !Quiet && !Json && !DryRun))
        {
            // One after the other in the order of the command line, so that results can be told of as they come.
            var order = Partitioner.Create(Enumerable.Range(0, Jobs.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, index =>
            {
                if (cancellation.IsCancellationRequested)
                    return;
                results[index] = RenderOne(renderer, Jobs[index], (done, total) => progress.Update(index, done, total), cancellation);
                progress.Finish(index);
                if (results[index] is { } result)
                    report.Add(index, result);
            });
        }

        report.End();
        if (Settings.PicturePath is { } picture && results is [{ Status: ReampStatus.Done }])
        {
            CreateFolderOf(picture);
            ReampDrawing.Save(Jobs[0], Settings, renderer, picture, Overwrite);
        }

        return cancellation.IsCancellationRequested ? ExitCode.Interrupted
            : results.Any(static result => result?.Status == ReampStatus.Failed) ? ExitCode.SomeFailed
            : ExitCode.Success;
    }

    private static void CreateFolderOf(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }

    private void RequireSensibleStreams()
    {
        if (Settings.PicturePath is { } picture)
        {
            if (Jobs is not [{ Input: not JobList.StandardStream, Output: not JobList.StandardStream }])
                throw new UsageException("--picture draws one recording that is read from and written to a file.");
            if (File.Exists(picture) && !Overwrite)
                throw new UsageException($"{picture} is there already. Use --overwrite to replace it.");
        }

        if (Json && Jobs is [{ Output: JobList.StandardStream }])
            throw new UsageException("--json and --out - would both write to stdout; leave one of them out.");
    }

    private void RequireFittingOptions(Rig rig)
    {
        var needsMono = Settings.ImpulseResponsePaths.Count > 0 || Settings.Chain.GateThresholdDb > GateDetector.OffThresholdDb;
        if (needsMono && !rig.IsMono)
            throw new UsageException("--ir and --gate work with captures of one channel only.");
    }

    // Whatever goes wrong with one recording, the others are still done. What nobody foresaw is shown whole, so that it can be reported.
    private static string Explain(Exception exception, ReampJob job) => exception switch
    {
        // The input is named in front of every error already; what is piped has a temporary name that tells nothing.
        FileFormatException refusal when refusal.File != job.Output && refusal.Message.StartsWith(refusal.File + ": ", StringComparison.Ordinal) => refusal.Message[(refusal.File.Length + 2)..],
        FileFormatException or IOException or UnauthorizedAccessException or UsageException => exception.Message,
        OutOfMemoryException => "There is not enough memory for a capture per channel; reamp fewer channels or fewer recordings at a time (--jobs 1).",
        _ => $"This is a fault of namplug; please report it. {exception}",
    };

    private ReampResult? RenderOne(ReampRenderer renderer, ReampJob job, Action<long, long> progress, CancellationToken cancellation)
    {
        try
        {
            if (job.Output != JobList.StandardStream && File.Exists(job.Output) && !Overwrite)
            {
                return SkipExisting
                    ? new ReampResult { Job = job, Status = ReampStatus.Skipped }
                    : throw new UsageException($"{job.Output} is there already. Use --overwrite to replace it or --skip-existing to leave it.");
            }

            if (!DryRun && job.Output != JobList.StandardStream)
                CreateFolderOf(job.Output);
            return DryRun ? renderer.Plan(job) : renderer.Render(job, Overwrite, progress, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return new ReampResult { Job = job, Status = ReampStatus.Failed, Error = Explain(exception, job) };
        }
    }
}
