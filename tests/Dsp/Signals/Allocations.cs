namespace NamPlugin.Dsp.Tests.Signals;

/// <summary>Counts what a piece of code puts on the managed heap.</summary>
internal static class Allocations
{
    /// <summary>Bytes that one call allocates, after a first call that may start things up.</summary>
    public static long During(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
