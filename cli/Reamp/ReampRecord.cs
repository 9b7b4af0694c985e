namespace NamPlugin.Cli.Reamp;

/// <summary>One line of <c>reamp --json</c>.</summary>
internal sealed record ReampRecord
{
    /// <summary>The recording.</summary>
    public required string Input { get; init; }

    /// <summary>Its reamped form.</summary>
    public required string Output { get; init; }

    /// <summary>done, skipped, planned or failed.</summary>
    public required string Status { get; init; }

    /// <summary>Rate of the output; absent when it was not looked into.</summary>
    public int? SampleRateHz { get; init; }

    /// <summary>Channels of the output; absent when it was not looked into.</summary>
    public int? Channels { get; init; }

    /// <summary>Latency that was taken out, where the model's rate is another.</summary>
    public int LatencySamples { get; init; }

    /// <summary>Length of the output.</summary>
    public double Seconds { get; init; }

    /// <summary>Sound seconds per second of work.</summary>
    public double RealTimeFactor { get; init; }

    /// <summary>Largest sample; absent for silence.</summary>
    public double? PeakDb { get; init; }

    /// <summary>Gain of the output mode.</summary>
    public double LevelDb { get; init; }

    /// <summary>Samples that an integer output cut off.</summary>
    public long ClippedSamples { get; init; }

    /// <summary>The gain that would have avoided it; absent when nothing was clipped.</summary>
    public double? UnclippedDb { get; init; }

    /// <summary>Input samples that were no numbers.</summary>
    public long ReplacedSamples { get; init; }

    /// <summary>Width switches that were heard.</summary>
    public int WidthSwitches { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it failed; absent when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The line for a result.</summary>
    public static ReampRecord From(ReampResult result) => new()
    {
        Input = result.Job.Input,
        Output = result.Job.Output,
        Status = result.Status.ToString().ToLowerInvariant(),
        SampleRateHz = Known(result.SampleRateHz),
        Channels = Known(result.Channels),
        LatencySamples = result.LatencySamples,
        Seconds = result.Seconds,
        RealTimeFactor = Math.Round(result.RealTimeFactor, 1),
        PeakDb = double.IsFinite(result.PeakDb) ? Math.Round(result.PeakDb, 3) : null,
        LevelDb = Math.Round(result.LevelDb, 3),
        ClippedSamples = result.ClippedSamples,
        UnclippedDb = result.UnclippedDb,
        ReplacedSamples = result.ReplacedSamples,
        WidthSwitches = result.WidthSwitches,
        Warnings = result.Warnings,
        Error = result.Error,
    };

    private static int? Known(int value) => value > 0 ? value : null;
}
