namespace NamPlugin.Dsp.Chain;

/// <summary>Whether a level correction was asked for and possible.</summary>
public enum LevelStatus
{
    /// <summary>No correction was asked for.</summary>
    NotAsked,

    /// <summary>The gain corrects the level.</summary>
    Applied,

    /// <summary>The capture does not state the level that the correction needs; the gain is 0 dB and the user should be told.</summary>
    Unknown,
}
