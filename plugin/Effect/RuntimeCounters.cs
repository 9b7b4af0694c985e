namespace NamPlugin.Plugin.Effect;

/// <summary>
/// What the memory of this engine's runtime costs, and whether its loader is at work: for tests, which hold that it collects nothing while audio runs. Every engine library has a
/// runtime of its own, so nobody outside can count this. [thread-safe]
/// </summary>
public static class RuntimeCounters
{
    /// <summary>Collections since the runtime started, those of older generations included.</summary>
    public static ulong Collections => (ulong)GC.CollectionCount(0);

    /// <summary>Managed bytes allocated by all threads since the runtime started; it grows in steps of a few kilobytes.</summary>
    public static ulong AllocatedBytes => (ulong)GC.GetTotalAllocatedBytes();

    /// <summary>Managed bytes allocated by the calling thread, to the byte.</summary>
    public static ulong ThreadAllocatedBytes => (ulong)GC.GetAllocatedBytesForCurrentThread();

    /// <summary>Instances that have asked for files which are not there yet.</summary>
    public static ulong LoadingInstances => (ulong)PluginEffect.LoadingInstances;
}
