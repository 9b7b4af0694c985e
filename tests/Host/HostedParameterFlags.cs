namespace NamPlugin.Host;

/// <summary>What both formats can say of a parameter.</summary>
[Flags]
public enum HostedParameterFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The host may record and play automation.</summary>
    Automatable = 1,

    /// <summary>Only whole steps exist.</summary>
    Stepped = 2,

    /// <summary>The host's bypass switch.</summary>
    Bypass = 4,

    /// <summary>Only the plugin changes it.</summary>
    ReadOnly = 8,

    /// <summary>Not shown to people.</summary>
    Hidden = 16,

    /// <summary>CLAP only: offsets may be added to it.</summary>
    Modulatable = 32,

    /// <summary>The steps are names, best shown as a list.</summary>
    List = 64,
}
