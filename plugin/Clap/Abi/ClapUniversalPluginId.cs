namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_universal_plugin_id</c>: a plugin among those of all formats.</summary>
internal unsafe struct ClapUniversalPluginId
{
    public byte* Abi;
    public byte* Id;
}
