namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_plugin</c>: what a host holds of an instance.</summary>
internal unsafe struct ClapPlugin
{
    public ClapPluginDescriptor* Descriptor;

    /// <summary><c>plugin_data</c>, the plugin's own: here the handle of a <see cref="ClapInstance"/>.</summary>
    public nint Instance;

    public delegate* unmanaged<ClapPlugin*, byte> Init;
    public delegate* unmanaged<ClapPlugin*, void> Destroy;
    public delegate* unmanaged<ClapPlugin*, double, uint, uint, byte> Activate;
    public delegate* unmanaged<ClapPlugin*, void> Deactivate;
    public delegate* unmanaged<ClapPlugin*, byte> StartProcessing;
    public delegate* unmanaged<ClapPlugin*, void> StopProcessing;
    public delegate* unmanaged<ClapPlugin*, void> Reset;
    public delegate* unmanaged<ClapPlugin*, ClapProcess*, int> Process;
    public delegate* unmanaged<ClapPlugin*, byte*, void*> GetExtension;
    public delegate* unmanaged<ClapPlugin*, void> OnMainThread;
}
