using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Reamp;

/// <summary>What a reamp run does to every recording; the parsed command line.</summary>
internal sealed record ReampSettings
{
    /// <summary>The capture.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Impulse responses, at most two, mixed in equal parts.</summary>
    public IReadOnlyList<string> ImpulseResponsePaths { get; init; } = [];

    /// <summary>Width over time.</summary>
    public WidthAutomation Width { get; init; } = WidthAutomation.Constant(1);

    /// <summary>Everything of the chain that is a number; ignored when <see cref="Raw"/>.</summary>
    public ChainSettings Chain { get; init; } = new();

    /// <summary>How loud the result is made.</summary>
    public OutputLevel Level { get; init; }

    /// <summary>The model alone: no gain, gate, EQ, DC blocker or level.</summary>
    public bool Raw { get; init; }

    /// <summary>Which channels of the input are played.</summary>
    public ChannelChoice Channels { get; init; }

    /// <summary>Encoding of the output; null keeps the input's.</summary>
    public WavEncoding? Encoding { get; init; }

    /// <summary>Sample rate of the output; null keeps the input's, 0 takes the model's.</summary>
    public int? SampleRateHz { get; init; }

    /// <summary>How much longer the output is than the input, in seconds, to let tails ring out.</summary>
    public double KeepTailSeconds { get; init; }

    /// <summary>Where to draw the result, or null.</summary>
    public string? PicturePath { get; init; }
}
