namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_output_events</c>: where a plugin's own events of a block go, sorted by time.</summary>
internal unsafe struct ClapOutputEvents
{
    public void* Context;

    /// <summary>Copies the event; false when there is no room.</summary>
    public delegate* unmanaged<ClapOutputEvents*, ClapEventHeader*, byte> TryPush;
}
