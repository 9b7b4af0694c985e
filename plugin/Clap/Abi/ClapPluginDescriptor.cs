namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_plugin_descriptor</c>; all texts are UTF-8 and zero-terminated.</summary>
internal unsafe struct ClapPluginDescriptor
{
    public ClapVersion Version;
    public byte* Id;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* ManualUrl;
    public byte* SupportUrl;
    public byte* PluginVersion;
    public byte* Description;

    /// <summary>Keywords, ended by a null pointer.</summary>
    public byte** Features;
}
