namespace NamPlugin.Cli.Reamp;

/// <summary>What became of one recording.</summary>
internal sealed record ReampResult
{
    /// <summary>The recording.</summary>
    public required ReampJob Job { get; init; }

    /// <summary>How it ended.</summary>
    public required ReampStatus Status { get; init; }

    /// <summary>Sample rate of the output; 0 when nothing is known of it.</summary>
    public int SampleRateHz { get; init; }

    /// <summary>Channels of the output.</summary>
    public int Channels { get; init; }

    /// <summary>Latency of the conversion to the model's rate and back, which was taken out; 0 where the rates agree.</summary>
    public int LatencySamples { get; init; }

    /// <summary>Length of the output in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Time it took, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>Gain of the output mode in dB: what normalising, calibrating or measuring decided.</summary>
    public double LevelDb { get; init; }

    /// <summary>Largest sample of the output, in dB full scale; negative infinity for silence.</summary>
    public double PeakDb { get; init; } = double.NegativeInfinity;

    /// <summary>Samples that an integer output cut off.</summary>
    public long ClippedSamples { get; init; }

    /// <summary>Width switches that were heard.</summary>
    public int WidthSwitches { get; init; }

    /// <summary>Samples of the input that were no numbers and counted as silence.</summary>
    public long ReplacedSamples { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>How many times faster than real time.</summary>
    public double RealTimeFactor => ElapsedSeconds > 0 ? Seconds / ElapsedSeconds : 0;

    /// <summary>The gain in dB that would have kept every sample within full scale, in steps of 0.1 dB; null when nothing was clipped.</summary>
    public double? UnclippedDb => ClippedSamples > 0 ? Math.Floor((-PeakDb - RoundingMarginDb) * 10) / 10 : null;

    // The advice is to hold when it is followed, so it stays clear of the rounding of gains and samples.
    private static double RoundingMarginDb => 0.005;
}
