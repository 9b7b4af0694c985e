namespace NamPlugin.Cli.Reamp;

/// <summary>What became of one recording.</summary>
internal sealed record ReampResult
{
    /// <summary>The recording.</summary>
    public required ReampJob Job { get; init; }

    /// <summary>How it ended.</summary>
    public required ReampStatus Status { get; init; }

    /// <summary>Length of the output in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Time it took, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>Gain of the output mode in dB: what normalising, calibrating or measuring decided.</summary>
    public double LevelDb { get; init; }

    /// <summary>Largest sample of the output, in dB full scale.</summary>
    public double PeakDb { get; init; }

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
}
