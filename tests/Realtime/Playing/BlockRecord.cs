namespace NamPlugin.Realtime.Playing;

/// <summary><c>struct block_record</c> of <c>Native/player.h</c>: what happened in one block.</summary>
internal readonly struct BlockRecord
{
    /// <summary>From the beginning of the period to the beginning of the work.</summary>
    public readonly long LateNanoseconds;

    /// <summary>Length of the work, by the clock.</summary>
    public readonly int WorkNanoseconds;

    /// <summary>Length of the work in time on a processor.</summary>
    public readonly int CpuNanoseconds;

    /// <summary>Page faults within the work.</summary>
    public readonly int PageFaults;

    /// <summary>Times that the work gave up the processor by itself.</summary>
    public readonly int Waits;

    /// <summary>Times that it was taken away.</summary>
    public readonly int Preemptions;

    /// <summary>Largest sample put out.</summary>
    public readonly float Peak;
}
