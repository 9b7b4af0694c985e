namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_event_header</c>: how every event begins.</summary>
internal struct ClapEventHeader
{
    /// <summary><c>CLAP_CORE_EVENT_SPACE_ID</c>: the types below are CLAP's own.</summary>
    public const ushort CoreSpace = 0;

    /// <summary><c>CLAP_EVENT_PARAM_VALUE</c>.</summary>
    public const ushort ParameterValue = 5;

    /// <summary><c>CLAP_EVENT_PARAM_MOD</c>.</summary>
    public const ushort ParameterModulation = 6;

    /// <summary>Size of the whole event in bytes.</summary>
    public uint Size;

    /// <summary>Frame of the block.</summary>
    public uint Time;

    public ushort SpaceId;
    public ushort Type;
    public uint Flags;
}
