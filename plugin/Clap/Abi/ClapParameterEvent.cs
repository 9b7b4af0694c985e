namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_event_param_value</c> and <c>clap_event_param_mod</c>, which differ in the meaning of the last field only.</summary>
internal unsafe struct ClapParameterEvent
{
    public ClapEventHeader Header;
    public uint ParameterId;
    public void* Cookie;
    public int NoteId;
    public short PortIndex;
    public short Channel;
    public short Key;

    /// <summary>A value, or the amount of a modulation.</summary>
    public double Value;
}
