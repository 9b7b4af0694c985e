namespace NamPlugin.Cli.Reamp;

/// <summary>The words that <c>--output</c> knows.</summary>
internal enum OutputLevelKind
{
    /// <summary>As the model has it.</summary>
    Raw,

    /// <summary>By the capture's own loudness, to -18 dB.</summary>
    Normalized,

    /// <summary>To the level of the real device.</summary>
    Calibrated,

    /// <summary>To an integrated loudness, measured on the result.</summary>
    Lufs,

    /// <summary>To a sample peak, measured on the result.</summary>
    Peak,
}
