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

    /// <summary><c>CLAP_EVENT_PARAM_GESTURE_BEGIN</c>.</summary>
    public const ushort GestureBegin = 7;

    /// <summary><c>CLAP_EVENT_PARAM_GESTURE_END</c>.</summary>
    public const ushort GestureEnd = 8;

    /// <summary><c>CLAP_EVENT_IS_LIVE</c>: somebody did it just now.</summary>
    public const uint IsLive = 1 << 0;

    /// <summary>Size of the whole event in bytes.</summary>
    public uint Size;

    /// <summary>Frame of the block.</summary>
    public uint Time;

    public ushort SpaceId;
    public ushort Type;
    public uint Flags;
}
