namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_remote_controls_page</c>.</summary>
internal unsafe struct ClapRemoteControlsPage
{
    /// <summary><c>CLAP_REMOTE_CONTROLS_COUNT</c>.</summary>
    public const int Controls = 8;

    /// <summary><c>CLAP_INVALID_ID</c>: a control that moves nothing.</summary>
    public const uint NoParameter = uint.MaxValue;

    public fixed byte SectionName[ClapText.NameSize];
    public uint PageId;
    public fixed byte PageName[ClapText.NameSize];
    public fixed uint ParameterIds[Controls];
    public byte IsForPreset;
}
