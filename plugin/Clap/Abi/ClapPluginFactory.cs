namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_plugin_factory</c>.</summary>
internal unsafe struct ClapPluginFactory
{
    public delegate* unmanaged<ClapPluginFactory*, uint> GetPluginCount;
    public delegate* unmanaged<ClapPluginFactory*, uint, ClapPluginDescriptor*> GetPluginDescriptor;
    public delegate* unmanaged<ClapPluginFactory*, ClapHost*, byte*, ClapPlugin*> CreatePlugin;
}
