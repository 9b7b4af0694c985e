namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_host</c>.</summary>
internal unsafe struct ClapHost
{
    public ClapVersion Version;
    public void* HostData;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* HostVersion;
    public delegate* unmanaged<ClapHost*, byte*, void*> GetExtension;
    public delegate* unmanaged<ClapHost*, void> RequestRestart;
    public delegate* unmanaged<ClapHost*, void> RequestProcess;
    public delegate* unmanaged<ClapHost*, void> RequestCallback;
}
