namespace NamPlugin.Host;

/// <summary>How the value of an <see cref="AutomationPoint"/> is meant.</summary>
public enum AutomationKind
{
    /// <summary>In the parameter's own unit.</summary>
    Plain,

    /// <summary>0..1 over the range: by the plugin's own mapping in VST3, evenly in CLAP.</summary>
    Normalized,

    /// <summary>A plain offset, not kept: CLAP's parameter modulation.</summary>
    Modulation,
}
