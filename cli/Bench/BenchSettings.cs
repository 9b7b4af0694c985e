namespace NamPlugin.Cli.Bench;

/// <summary>What is measured, and how thoroughly.</summary>
internal sealed record BenchSettings
{
    /// <summary>The block that several instances are played with: the usual one of a person who plays through the plugin.</summary>
    public const int InstancesBlock = 64;

    /// <summary>Captures, or none for the standard set.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Whether narrower widths are measured too.</summary>
    public required bool AllWidths { get; init; }

    /// <summary>Frames of a block, ascending.</summary>
    public required IReadOnlyList<int> Blocks { get; init; }

    /// <summary>How many instances play in turn, ascending.</summary>
    public required IReadOnlyList<int> Instances { get; init; }

    /// <summary>The core to stay on; null: the one that the program happens to run on.</summary>
    public int? Core { get; init; }

    /// <summary>Whether impatience matters more than the last percent.</summary>
    public bool Quick { get; init; }

    /// <summary>How often each case is repeated. The median of an odd number is one of them.</summary>
    public int Repetitions => Quick ? 11 : 41;

    /// <summary>Processor time of one repetition: long against the clock's resolution, short against the moods of a shared machine.</summary>
    public double RepetitionNanoseconds => Quick ? 1_000_000 : 4_000_000;

    /// <summary>Every combination of block and instances, once.</summary>
    public IReadOnlyList<BenchCase> Cases =>
        [.. Blocks.Select(static block => new BenchCase(block, 1)).Union(Instances.Select(static count => new BenchCase(InstancesBlock, count)))];
}
