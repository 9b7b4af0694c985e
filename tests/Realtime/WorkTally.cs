using NamPlugin.Host;

namespace NamPlugin.Realtime;

/// <summary>How often a thing was asked of the plugin, and the managed memory that its runtime allocated for that on the thread that asked.</summary>
internal sealed class WorkTally
{
    private long _bytesBefore;

    /// <summary>Times.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes in all; 0 where the plugin does not tell.</summary>
    public long ManagedBytes { get; private set; }

    /// <summary>Before the plugin is asked.</summary>
    public void Begin(HostedPlugin plugin) => _bytesBefore = plugin.Counters?.ThreadAllocatedBytes ?? 0;

    /// <summary>After it was asked <paramref name="count"/> times.</summary>
    public void End(HostedPlugin plugin, int count)
    {
        ManagedBytes += (plugin.Counters?.ThreadAllocatedBytes ?? 0) - _bytesBefore;
        Count += count;
    }
}
