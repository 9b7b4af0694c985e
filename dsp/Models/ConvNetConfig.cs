using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>Dilated convolutions of kernel 2 and a 1x1 head ('.nam' section 5).</summary>
public sealed record ConvNetConfig : ModelConfig
{
    /// <summary>Taps of every block; the format has no other.</summary>
    public const int KernelSize = 2;

    /// <inheritdoc/>
    public override Architecture Architecture => Architecture.ConvNet;

    /// <summary>Channels of every block.</summary>
    public required int Channels { get; init; }

    /// <summary>One dilation per block.</summary>
    public required ImmutableArray<int> Dilations { get; init; }

    /// <summary>Whether blocks normalise (and then have no bias).</summary>
    public required bool BatchNorm { get; init; }

    /// <summary>The activation of every block.</summary>
    public required Activation Activation { get; init; }

    /// <summary>Groups of the convolutions.</summary>
    public int Groups { get; init; } = 1;
}
