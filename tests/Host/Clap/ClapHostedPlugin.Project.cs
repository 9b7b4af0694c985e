namespace NamPlugin.Host.Clap;

/// <content>The project around the instance, and the way to extensions that only tests of the plugin use.</content>
internal sealed unsafe partial class ClapHostedPlugin
{
    /// <summary>The instance itself, to call its tables with.</summary>
    public ClapPlugin* Native => _plugin;

    /// <summary>What the host says of the track; null for a host that says nothing.</summary>
    public ClapTrackInfo? Track { get; set; } = new ClapTrackInfo();

    /// <summary>How often the plugin asked about the track.</summary>
    public int TrackReads { get; private set; }

    /// <summary>Resource directories that the plugin asked for and did not release, true for the shared one.</summary>
    public List<bool> DirectoryRequests { get; } = [];

    public bool TryGetTrack(ClapTrackInfo* info)
    {
        TrackReads++;
        if (Track is not { } track)
            return false;
        *info = track;
        return true;
    }
}
