namespace NamPlugin.Plugin.Effect;

/// <summary>What the host's automation does with a parameter.</summary>
public enum AutomationState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>There is some, which does not play.</summary>
    Present,

    /// <summary>It plays.</summary>
    Playing,

    /// <summary>It is being recorded.</summary>
    Recording,

    /// <summary>It would play, but somebody has taken hold of the parameter.</summary>
    Overridden,
}
