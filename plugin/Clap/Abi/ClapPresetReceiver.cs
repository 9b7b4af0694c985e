namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_metadata_receiver</c>: takes what is known about one preset.</summary>
internal unsafe struct ClapPresetReceiver
{
    public void* ReceiverData;
    public delegate* unmanaged<ClapPresetReceiver*, int, byte*, void> OnError;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, byte*, byte> BeginPreset;
    public delegate* unmanaged<ClapPresetReceiver*, ClapUniversalPluginId*, void> AddPluginId;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, void> SetSoundPackId;
    public delegate* unmanaged<ClapPresetReceiver*, uint, void> SetFlags;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, void> AddCreator;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, void> SetDescription;
    public delegate* unmanaged<ClapPresetReceiver*, ulong, ulong, void> SetTimestamps;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, void> AddFeature;
    public delegate* unmanaged<ClapPresetReceiver*, byte*, byte*, void> AddExtraInfo;
}
