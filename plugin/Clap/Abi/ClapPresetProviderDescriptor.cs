namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_provider_descriptor</c>; all texts are UTF-8 and zero-terminated.</summary>
internal unsafe struct ClapPresetProviderDescriptor
{
    public ClapVersion Version;
    public byte* Id;
    public byte* Name;
    public byte* Vendor;
}
