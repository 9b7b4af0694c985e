namespace NamPlugin.Host;

/// <summary>What a plugin is told before it processes.</summary>
public sealed record ProcessingSetup
{
    /// <summary>Sample rate.</summary>
    public double SampleRateHz { get; init; } = 48000;

    /// <summary>No block will be longer.</summary>
    public int MaximumFrames { get; init; } = 512;

    /// <summary>64-bit samples.</summary>
    public bool IsDouble { get; init; }

    /// <summary>Faster than real time, into a file.</summary>
    public bool IsOffline { get; init; }
}
