using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime.Results;

/// <summary>What a player's thread wrote down.</summary>
internal sealed record PlayedRecord
{
    /// <summary>SCHED_FIFO, or what the system gave instead.</summary>
    public required string Scheduling { get; init; }

    /// <summary>The first block of all, in which the thread becomes known to the plugin's runtime.</summary>
    public required double FirstBlockMicroseconds { get; init; }

    /// <summary>All blocks but the first.</summary>
    public required BlockSummary All { get; init; }

    /// <summary>Blocks by the length of their work, by the clock: see <see cref="TimeHistogram"/>.</summary>
    public required int[] Histogram { get; init; }

    /// <summary>Those while sound came in; null where none was silent.</summary>
    public BlockSummary? Sounding { get; init; }

    /// <summary>Those while silence came in, from one second after the sound on.</summary>
    public BlockSummary? Silent { get; init; }

    /// <summary>In the first block.</summary>
    public required CallSummary FirstCalls { get; init; }

    /// <summary>In all others.</summary>
    public required CallSummary LaterCalls { get; init; }

    /// <summary>Managed bytes that the thread allocated after the first block; null where nobody counts.</summary>
    public long? ManagedBytes { get; init; }

    /// <summary>Calls that failed.</summary>
    public required long Failures { get; init; }

    /// <summary>Samples put out that were no number.</summary>
    public required long NotFinite { get; init; }

    /// <summary>Samples put out that were denormal.</summary>
    public required long Denormal { get; init; }

    /// <summary>Calls that left the processor's control word changed.</summary>
    public required long ControlWords { get; init; }

    /// <summary>Largest sample put out.</summary>
    public required float Peak { get; init; }

    /// <summary>Reads a player that has been joined.</summary>
    public static PlayedRecord Of(Player player, PlayerSettings settings)
    {
        ref readonly var outcome = ref player.Outcome;
        var records = player.Records;
        var silentFrom = (int)Math.Min(settings.SoundingFrames / settings.Frames, records.Length);
        var quietFrom = silentFrom + settings.SampleRateHz / settings.Frames;
        var peak = 0f;
        foreach (ref readonly var record in records)
            peak = Math.Max(peak, record.Peak);
        return new PlayedRecord
        {
            Scheduling = outcome.IsFifo != 0 ? $"SCHED_FIFO {settings.Priority}" : "SCHED_OTHER",
            FirstBlockMicroseconds = records[0].WorkNanoseconds / 1e3,
            All = BlockSummary.Of(records[1..], settings.PeriodNanoseconds),
            Histogram = TimeHistogram.Of(records[1..]),
            Sounding = quietFrom < records.Length ? BlockSummary.Of(records[1..silentFrom], settings.PeriodNanoseconds) : null,
            Silent = quietFrom < records.Length ? BlockSummary.Of(records[quietFrom..], settings.PeriodNanoseconds) : null,
            FirstCalls = CallSummary.Of(outcome.First),
            LaterCalls = CallSummary.Of(outcome.Rest),
            ManagedBytes = outcome.Allocated != 0 ? outcome.ManagedBytes : null,
            Failures = outcome.Failures,
            NotFinite = outcome.NotFinite,
            Denormal = outcome.Denormal,
            ControlWords = outcome.ControlWords,
            Peak = peak,
        };
    }
}
