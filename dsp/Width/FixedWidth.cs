using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Width;

/// <summary>Takes one width out of a model: the same as if it had been saved at that width alone.</summary>
public static class FixedWidth
{
    /// <summary>The model at one of its widths, as a model that cannot be narrowed further. The caller owns it. [main-thread]</summary>
    /// <param name="model">Any model; one that has no widths is copied.</param>
    /// <param name="map">Its map.</param>
    /// <param name="variant">A variant of the map.</param>
    public static NamModel Take(NamModel model, WidthMap map, int variant) => model.Config switch
    {
        ContainerConfig container => WithMetadataOf(model, container.Submodels[variant].Model),
        WaveNetConfig { IsSlimmable: true } wavenet => WaveNetSlicer.Slice(model, map.ChannelsOf(wavenet, variant).AsSpan()),
        _ => model.Clone(),
    };

    // A container speaks for its submodels where they are silent.
    private static NamModel WithMetadataOf(NamModel container, NamModel submodel)
    {
        var copy = submodel.Clone();
        return new NamModel
        {
            Version = copy.Version,
            Config = copy.Config,
            Weights = copy.Weights,
            SampleRateHz = copy.SampleRateHz ?? container.SampleRateHz,
            Metadata = copy.Metadata == ModelMetadata.Empty ? container.Metadata : copy.Metadata with
            {
                InputLevelDbu = copy.Metadata.InputLevelDbu ?? container.Metadata.InputLevelDbu,
                OutputLevelDbu = copy.Metadata.OutputLevelDbu ?? container.Metadata.OutputLevelDbu,
                LoudnessDb = copy.Metadata.LoudnessDb ?? container.Metadata.LoudnessDb,
                Name = copy.Metadata.Name ?? container.Metadata.Name,
            },
            Warnings = copy.Warnings,
        };
    }
}
