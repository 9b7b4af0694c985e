using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Reamp;

/// <summary>What all recordings of a run are played through: loaded once, never changed, shared by all jobs.</summary>
internal sealed class Rig : IDisposable
{
    private Rig(ModelVariants variants, ModelMetadata metadata, IReadOnlyList<string> warnings)
    {
        Variants = variants;
        Metadata = metadata;
        Warnings = warnings;
    }

    /// <summary>The capture at every width.</summary>
    public ModelVariants Variants { get; }

    /// <summary>What the capture says about itself.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>What loading had to say.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether the capture is mono in and out, as the chain needs it.</summary>
    public bool IsMono => Variants is { InputChannels: 1, OutputChannels: 1 };

    /// <summary>Loads everything.</summary>
    /// <exception cref="FileFormatException">A file is not what it should be.</exception>
    public static Rig Load(ReampSettings settings)
    {
        using var model = ModelFile.Load(settings.ModelPath);
        return new Rig(ModelVariants.Compile(model, LaneWidths.Widest), model.Metadata, model.Warnings);
    }

    /// <inheritdoc/>
    public void Dispose() => Variants.Dispose();
}
