namespace NamPlugin.Plugin.Effect;

/// <summary>What hosts may do with a parameter.</summary>
[Flags]
public enum ParameterFlags
{
    /// <summary>Nothing but show and set it.</summary>
    None = 0,

    /// <summary>Automation may move it at any sample.</summary>
    Automatable = 1,

    /// <summary>It is the bypass switch.</summary>
    Bypass = 2,

    /// <summary>It takes whole numbers only: a switch or a choice.</summary>
    Stepped = 4,

    /// <summary>Modulation may be added to it.</summary>
    Modulatable = 8,

    /// <summary>A button: it acts when it goes from off to on.</summary>
    Momentary = 16,

    /// <summary>It belongs to the machine, not to the sound: presets leave it alone.</summary>
    MachineBound = 32,

    /// <summary>It says how much the sound may cost: a preset may be saved without it, and then leaves it alone.</summary>
    CostBound = 64,
}
