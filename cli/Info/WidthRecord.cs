using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Info;

/// <summary>One width of a model.</summary>
internal sealed record WidthRecord
{
    /// <summary>The smallest width that selects it.</summary>
    public required double From { get; init; }

    /// <summary>Channels of each layer array, or hidden units of each LSTM layer.</summary>
    public required IReadOnlyList<int> Channels { get; init; }

    /// <summary>Multiply-accumulates per sample.</summary>
    public required long MacsPerSample { get; init; }

    /// <summary>Whether it remembers by feedback, beyond any receptive field.</summary>
    public required bool Recurrent { get; init; }

    /// <summary>Samples an output sample depends on, feedback not counted.</summary>
    public required int ReceptiveFieldSamples { get; init; }

    /// <summary>The same in milliseconds, at the model's rate.</summary>
    public required double ReceptiveFieldMs { get; init; }

    /// <summary>Lowers a model at one width to see what it takes.</summary>
    public static WidthRecord Of(NamModel model, WidthMap map, int variant)
    {
        using var width = ModelWidth.Lower(model, map, variant);
        return new WidthRecord
        {
            From = variant == 0 ? 0 : map.Breakpoints[variant - 1],
            Channels = width.Channels,
            Recurrent = width.Plan.PrewarmSamples > 0,
            MacsPerSample = width.Plan.MacsPerSample,
            ReceptiveFieldSamples = width.Plan.ReceptiveFieldSamples,
            ReceptiveFieldMs = Math.Round(1000 * width.Plan.ReceptiveFieldSamples / model.EffectiveSampleRateHz, 2),
        };
    }
}
