namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_input_events</c>: the host's list of a block's events, sorted by time.</summary>
internal unsafe struct ClapInputEvents
{
    public void* Context;
    public delegate* unmanaged<ClapInputEvents*, uint> GetSize;
    public delegate* unmanaged<ClapInputEvents*, uint, ClapEventHeader*> Get;
}
