namespace NamPlugin.Dsp.Chain;

/// <summary>How loud a model's output is made.</summary>
public enum OutputMode
{
    /// <summary>As the model has it.</summary>
    Raw,

    /// <summary>To a loudness of -18 dB, so that captures compare.</summary>
    Normalized,

    /// <summary>To the level the real device would have at the interface.</summary>
    Calibrated,
}
