namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_audio_ports_config</c>.</summary>
internal unsafe struct ClapAudioPortsConfig
{
    public uint Id;
    public fixed byte Name[ClapText.NameSize];
    public uint InputPortCount;
    public uint OutputPortCount;
    public byte HasMainInput;
    public uint MainInputChannelCount;
    public byte* MainInputPortType;
    public byte HasMainOutput;
    public uint MainOutputChannelCount;
    public byte* MainOutputPortType;
}
