namespace NamPlugin.Realtime.Playing;

/// <summary>What a <see cref="Player"/> plays.</summary>
internal sealed record PlayerSettings
{
    /// <summary>Frames of a block.</summary>
    public int Frames { get; init; } = 64;

    /// <summary>Frames per second.</summary>
    public int SampleRateHz { get; init; } = 48_000;

    /// <summary>Blocks to play.</summary>
    public required long Blocks { get; init; }

    /// <summary>Played on every channel of every voice, in a loop.</summary>
    public required float[] Recording { get; init; }

    /// <summary>Frames after which only silence comes.</summary>
    public long SoundingFrames { get; init; } = long.MaxValue;

    /// <summary>Of SCHED_FIFO: above whatever a desktop runs, below what the kernel runs for itself.</summary>
    public int Priority { get; init; } = 70;

    /// <summary>Length of a block.</summary>
    public double PeriodNanoseconds => Frames * 1e9 / SampleRateHz;
}
