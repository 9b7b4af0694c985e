namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_track_info</c>.</summary>
internal unsafe struct ClapTrackInfo
{
    public const ulong HasName = 1 << 0;
    public const ulong HasColor = 1 << 1;
    public const ulong HasAudioChannels = 1 << 2;
    public const ulong IsForReturn = 1 << 3;
    public const ulong IsForBus = 1 << 4;
    public const ulong IsForMaster = 1 << 5;

    public ulong Flags;
    public fixed byte Name[ClapText.NameSize];
    public ClapColor Color;
    public int AudioChannelCount;
    public byte* AudioPortType;
}
