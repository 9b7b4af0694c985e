namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_indexer</c>: the host, as it searches for presets.</summary>
internal unsafe struct ClapPresetIndexer
{
    public ClapVersion Version;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* IndexerVersion;
    public void* IndexerData;
    public delegate* unmanaged<ClapPresetIndexer*, ClapPresetFileType*, byte> DeclareFileType;
    public delegate* unmanaged<ClapPresetIndexer*, ClapPresetLocation*, byte> DeclareLocation;
    public delegate* unmanaged<ClapPresetIndexer*, void*, byte> DeclareSoundPack;
    public delegate* unmanaged<ClapPresetIndexer*, byte*, void*> GetExtension;
}
