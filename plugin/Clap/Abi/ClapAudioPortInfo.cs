namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_audio_port_info</c>.</summary>
internal unsafe struct ClapAudioPortInfo
{
    public uint Id;
    public fixed byte Name[ClapText.NameSize];
    public uint Flags;
    public uint ChannelCount;
    public byte* PortType;
    public uint InPlacePair;
}
