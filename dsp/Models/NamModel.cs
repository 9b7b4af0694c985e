using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Models;

/// <summary>
/// A model exactly as its file describes it: shapes, weights in file order, metadata. Immutable after loading; every consumer
/// (kernels, C emitter, trainer, writers) starts here. Weight counts have been checked by the reader.
/// </summary>
public sealed class NamModel : IDisposable
{
    /// <summary>Version of the file format.</summary>
    public required FileVersion Version { get; init; }

    /// <summary>Shape of the network.</summary>
    public required ModelConfig Config { get; init; }

    /// <summary>The flat weight list in file order, as float32; empty for a container. Owned.</summary>
    public required NativeBuffer<float> Weights { get; init; }

    /// <summary>Sample rate in Hz, or null when the file does not say (players assume 48000).</summary>
    public double? SampleRateHz { get; init; }

    /// <summary>What the capture says about itself.</summary>
    public ModelMetadata Metadata { get; init; } = ModelMetadata.Empty;

    /// <summary>What a reader accepted with reservations, as sentences for the user.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The rate to run at: the file's, or 48 kHz when it does not say.</summary>
    public double EffectiveSampleRateHz => SampleRateHz ?? 48000;

    /// <summary>A deep copy with weights of its own. [main-thread]</summary>
    public NamModel Clone() => new()
    {
        Version = Version,
        Config = Config switch
        {
            WaveNetConfig { ConditionDsp: { } condition } wavenet => wavenet with { ConditionDsp = condition.Clone() },
            ContainerConfig container => container with { Submodels = container.Submodels.ConvertAll(static sub => sub with { Model = sub.Model.Clone() }) },
            _ => Config,
        },
        Weights = NativeBuffer<float>.CopyOf(Weights.Span),
        SampleRateHz = SampleRateHz,
        Metadata = Metadata,
        Warnings = Warnings,
    };

    /// <summary>Frees the weights, those of nested models included. [main-thread]</summary>
    public void Dispose()
    {
        Weights.Dispose();
        foreach (var inner in Config.InnerModels)
            inner.Dispose();
    }
}
