using NamPlugin.Dsp.Metering.Comparison;

namespace NamPlugin.Cli.Compare;

/// <summary>The comparison of one channel; one JSON object of <c>compare --json</c>.</summary>
internal sealed record ComparisonRecord
{
    /// <summary>Channel, from 1.</summary>
    public required int Channel { get; init; }

    /// <summary>Error-to-signal ratio; null when only the reference is silent.</summary>
    public required double? Esr { get; init; }

    /// <summary>The same behind the pre-emphasis filter.</summary>
    public required double? PreEmphasisedEsr { get; init; }

    /// <summary>Largest difference of two samples.</summary>
    public required double MaximumDifference { get; init; }

    /// <summary>Root mean square of the difference.</summary>
    public required double RmsDifference { get; init; }

    /// <summary>Multi-resolution STFT distance.</summary>
    public required double? StftDistance { get; init; }

    /// <summary>Delay of the second recording that fits best, in samples.</summary>
    public required double DelaySamples { get; init; }

    /// <summary>Its gain against the first, in dB.</summary>
    public required double? GainDb { get; init; }

    /// <summary>Whether its polarity is turned over.</summary>
    public required bool Inverted { get; init; }

    /// <summary>The error-to-signal ratio that is left when delay, gain and polarity are taken out.</summary>
    public required double? AlignedEsr { get; init; }

    /// <summary>The record of a comparison.</summary>
    public static ComparisonRecord From(SignalComparison comparison, int channel) => new()
    {
        Channel = channel + 1,
        Esr = Finite(comparison.Esr),
        PreEmphasisedEsr = Finite(comparison.PreEmphasisedEsr),
        MaximumDifference = comparison.MaximumDifference,
        RmsDifference = comparison.RmsDifference,
        StftDistance = Finite(comparison.StftDistance),
        DelaySamples = Math.Round(comparison.Alignment.DelaySamples, 3),
        GainDb = Finite(comparison.Alignment.GainDb),
        Inverted = comparison.Alignment.IsInverted,
        AlignedEsr = Finite(comparison.AlignedEsr),
    };

    // JSON has no infinity.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
