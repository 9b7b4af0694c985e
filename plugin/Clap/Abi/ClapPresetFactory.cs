namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_factory</c>.</summary>
internal unsafe struct ClapPresetFactory
{
    public delegate* unmanaged<ClapPresetFactory*, uint> Count;
    public delegate* unmanaged<ClapPresetFactory*, uint, ClapPresetProviderDescriptor*> GetDescriptor;
    public delegate* unmanaged<ClapPresetFactory*, ClapPresetIndexer*, byte*, ClapPresetProvider*> Create;
}
