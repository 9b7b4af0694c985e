using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Info;

/// <summary>Everything <c>namplug info</c> tells about one file; one JSON object of <c>--json</c>.</summary>
internal sealed record ModelRecord
{
    /// <summary>The file as named.</summary>
    public required string File { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }

    /// <summary>Version of the file format.</summary>
    public required string Version { get; init; }

    /// <summary>The family.</summary>
    public required string Architecture { get; init; }

    /// <summary>Numbers in the weight list, nested models included.</summary>
    public required int Weights { get; init; }

    /// <summary>Hz, or null when the file does not say.</summary>
    public required double? SampleRateHz { get; init; }

    /// <summary>Channels in.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Channels out.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>What the capture says about itself.</summary>
    public required ModelMetadata Metadata { get; init; }

    /// <summary>Widths at which the model changes.</summary>
    public required IReadOnlyList<double> Breakpoints { get; init; }

    /// <summary>Every width, the narrowest first.</summary>
    public required IReadOnlyList<WidthRecord> Widths { get; init; }

    /// <summary>What loading had to say.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Looks into a file.</summary>
    /// <exception cref="FileFormatException">It is no model, or a broken one.</exception>
    public static ModelRecord Of(string path)
    {
        using var model = ModelFile.Load(path);
        var map = WidthMap.Of(model);
        return new ModelRecord
        {
            File = path,
            Bytes = new FileInfo(path).Length,
            Version = model.Version.ToString(),
            Architecture = model.Config.Architecture == Dsp.Models.Architecture.Lstm ? "LSTM" : model.Config.Architecture.ToString(),
            Weights = CountWeights(model),
            SampleRateHz = model.SampleRateHz,
            InputChannels = model.Config.InputChannels,
            OutputChannels = model.Config.OutputChannels,
            Metadata = model.Metadata,
            Breakpoints = [.. map.Breakpoints],
            Widths = [.. Enumerable.Range(0, map.Count).Select(variant => WidthRecord.Of(model, map, variant))],
            Warnings = model.Warnings,
        };
    }

    private static int CountWeights(NamModel model) => model.Weights.Length + model.Config switch
    {
        WaveNetConfig { ConditionDsp: { } condition } => CountWeights(condition),
        ContainerConfig container => container.Submodels.Sum(static submodel => CountWeights(submodel.Model)),
        _ => 0,
    };
}
