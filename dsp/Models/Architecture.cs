namespace NamPlugin.Dsp.Models;

/// <summary>The model families of the `.nam` format. The values are the architecture ids of `.namb` where it has one.</summary>
public enum Architecture
{
    /// <summary>One impulse response.</summary>
    Linear = 0,

    /// <summary>Dilated convolutions of kernel 2 with batch normalisation.</summary>
    ConvNet = 1,

    /// <summary>Long short-term memory layers.</summary>
    Lstm = 2,

    /// <summary>Stacked dilated convolutions with skip connections (A1, A2, slimmable).</summary>
    WaveNet = 3,

    /// <summary>Several complete models, ordered by size; has no `.namb` form.</summary>
    SlimmableContainer = 255,
}
