using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime.Results;

/// <summary>What a stretch of blocks took.</summary>
internal sealed record BlockSummary
{
    /// <summary>How many.</summary>
    public required int Blocks { get; init; }

    /// <summary>Length of the work, by the clock.</summary>
    public required TimeSummary Microseconds { get; init; }

    /// <summary>Length of the work in time on a processor: without what other programs took.</summary>
    public required TimeSummary ProcessorMicroseconds { get; init; }

    /// <summary>From the beginning of the period to that of the work: what the machine costs before any plugin does.</summary>
    public required TimeSummary WakeMicroseconds { get; init; }

    /// <summary>Blocks that were not done when their period ended.</summary>
    public required int LateBlocks { get; init; }

    /// <summary>Those of them whose thread was woken later than half a period, before the work could begin.</summary>
    public required int LateByWaking { get; init; }

    /// <summary>Times that other programs interrupted the work.</summary>
    public required long Preemptions { get; init; }

    /// <summary>Times that the work gave up the processor by itself.</summary>
    public required long Waits { get; init; }

    /// <summary>Page faults in the work.</summary>
    public required long PageFaults { get; init; }

    /// <summary>Sums up blocks, of which there is at least one.</summary>
    public static BlockSummary Of(ReadOnlySpan<BlockRecord> records, double periodNanoseconds)
    {
        var (work, processor, wake) = (new int[records.Length], new int[records.Length], new int[records.Length]);
        var (late, lateByWaking) = (0, 0);
        long preemptions = 0, waits = 0, faults = 0;
        for (var i = 0; i < records.Length; i++)
        {
            ref readonly var record = ref records[i];
            (work[i], processor[i], wake[i]) = (record.WorkNanoseconds, record.CpuNanoseconds, (int)Math.Min(record.LateNanoseconds, int.MaxValue));
            var isLate = record.LateNanoseconds + record.WorkNanoseconds > periodNanoseconds;
            late += isLate ? 1 : 0;
            lateByWaking += isLate && record.LateNanoseconds > periodNanoseconds / 2 ? 1 : 0;
            preemptions += record.Preemptions;
            waits += record.Waits;
            faults += record.PageFaults;
        }

        return new BlockSummary
        {
            Blocks = records.Length,
            Microseconds = TimeSummary.Of(work),
            ProcessorMicroseconds = TimeSummary.Of(processor),
            WakeMicroseconds = TimeSummary.Of(wake),
            LateBlocks = late,
            LateByWaking = lateByWaking,
            Preemptions = preemptions,
            Waits = waits,
            PageFaults = faults,
        };
    }
}
