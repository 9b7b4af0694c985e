namespace NamPlugin.Dsp.Chain;

/// <summary>Where the tone stack sits.</summary>
public enum EqualizerPosition
{
    /// <summary>Before the gate's detector and the model: shapes what is distorted.</summary>
    Pre,

    /// <summary>Nowhere.</summary>
    Off,

    /// <summary>After the model: shapes the sound, as in the official NAM plugin.</summary>
    Post,
}
