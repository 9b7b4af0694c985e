namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_provider</c>: what an indexer holds of a provider.</summary>
internal unsafe struct ClapPresetProvider
{
    public ClapPresetProviderDescriptor* Descriptor;

    /// <summary><c>provider_data</c>, the plugin's own: here the indexer to speak to.</summary>
    public ClapPresetIndexer* Indexer;

    public delegate* unmanaged<ClapPresetProvider*, byte> Init;
    public delegate* unmanaged<ClapPresetProvider*, void> Destroy;
    public delegate* unmanaged<ClapPresetProvider*, uint, byte*, ClapPresetReceiver*, byte> GetMetadata;
    public delegate* unmanaged<ClapPresetProvider*, byte*, void*> GetExtension;
}
