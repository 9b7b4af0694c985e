namespace NamPlugin.Host.Rendering;

/// <summary>How a recording is played through a plugin.</summary>
public sealed record RenderSettings
{
    /// <summary>Lengths of the blocks.</summary>
    public BlockPattern Blocks { get; init; } = BlockPattern.Parse("512");

    /// <summary>Rate, sample width and mode; the maximum block length is raised to what <see cref="Blocks"/> needs.</summary>
    public ProcessingSetup Setup { get; init; } = new() { MaximumFrames = 1 };

    /// <summary>Channels.</summary>
    public AudioLayout Layout { get; init; } = AudioLayout.Stereo;

    /// <summary>Outputs share the inputs' memory.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Parameter changes over the whole recording; any order.</summary>
    public IReadOnlyList<AutomationPoint> Automation { get; init; } = [];

    /// <summary>Cuts the latency off the front and plays as much silence at the end.</summary>
    public bool CompensatesLatency { get; init; } = true;

    /// <summary>Silence played after the recording and kept.</summary>
    public int TailFrames { get; init; }

    /// <summary>Tells the plugin of blocks whose input is all zero.</summary>
    public bool FlagsSilence { get; init; }
}
