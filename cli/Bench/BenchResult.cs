namespace NamPlugin.Cli.Bench;

/// <summary>One case of one model at one width. Times are of one instance.</summary>
internal sealed record BenchResult
{
    /// <summary>The capture: its file's name without the extension, or the name within the standard set.</summary>
    public required string Model { get; init; }

    /// <summary>A width that selects it, as <c>reamp --width</c> takes it; 1 is the full model.</summary>
    public required double Width { get; init; }

    /// <summary>Channels of each layer array, or hidden units of each LSTM layer.</summary>
    public required IReadOnlyList<int> Channels { get; init; }

    /// <summary>Frames at a time.</summary>
    public required int Block { get; init; }

    /// <summary>Instances that took turns.</summary>
    public required int Instances { get; init; }

    /// <summary>Instruction set.</summary>
    public required string Isa { get; init; }

    /// <summary>Nanoseconds per sample and instance, median.</summary>
    public required double NsPerSample { get; init; }

    /// <summary>A quarter of the repetitions took less.</summary>
    public required double NsLowerQuartile { get; init; }

    /// <summary>A quarter took more.</summary>
    public required double NsUpperQuartile { get; init; }

    /// <summary>Samples of all instances in one repetition.</summary>
    public required long Samples { get; init; }

    /// <summary>The rate that the model runs at.</summary>
    public required double SampleRateHz { get; init; }

    /// <summary>Seconds of sound per second of processor time; as many instances run on the core at most.</summary>
    public required double RealTimeFactor { get; init; }

    /// <summary>Instances that one core plays in real time, none of it left for anything else.</summary>
    public int PlayableInstances => (int)RealTimeFactor;

    /// <summary>Multiply-accumulates per sample.</summary>
    public required long MacsPerSample { get; init; }

    /// <summary>Values of pointwise functions per sample, by function.</summary>
    public required IReadOnlyDictionary<string, long> ActivationsPerSample { get; init; }

    /// <summary>Multiply-accumulates per nanosecond that the core could do while this model was measured.</summary>
    public required double PeakMacsPerNs { get; init; }

    /// <summary>The share of that which the model's multiply-accumulates take.</summary>
    public required double PeakFmaFraction { get; init; }

    /// <summary>Nanoseconds for the multiply-accumulates at the peak, and for the pointwise functions by themselves.</summary>
    public required double FloorNs { get; init; }

    /// <summary>How many times the floor it took.</summary>
    public required double FloorRatio { get; init; }

    /// <summary>Memory of each instance; the packed model is shared between them.</summary>
    public required long BytesPerInstance { get; init; }
}
