using System.Runtime.InteropServices;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>An interface of the project's own: <see cref="RuntimeCounters"/>, for tests. [thread-safe]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IRuntimeCounters
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, ulong> _collections;
    private delegate* unmanaged<Face*, ulong> _allocatedBytes;
    private delegate* unmanaged<Face*, ulong> _threadAllocatedBytes;
    private delegate* unmanaged<Face*, ulong> _loadingInstances;

    public static Iid Iid => new(0x3776DDE0, 0xD57CC656, 0x2D436D5D, 0x36D5EE16);

    public static IRuntimeCounters* Table { get; } = Face.Keep(new IRuntimeCounters
    {
        _unknown = FUnknown.OfPlugin,
        _collections = &Collections,
        _allocatedBytes = &AllocatedBytes,
        _threadAllocatedBytes = &ThreadAllocatedBytes,
        _loadingInstances = &LoadingInstances,
    });

    [UnmanagedCallersOnly]
    private static ulong Collections(Face* self) => RuntimeCounters.Collections;

    [UnmanagedCallersOnly]
    private static ulong AllocatedBytes(Face* self) => RuntimeCounters.AllocatedBytes;

    [UnmanagedCallersOnly]
    private static ulong ThreadAllocatedBytes(Face* self) => RuntimeCounters.ThreadAllocatedBytes;

    [UnmanagedCallersOnly]
    private static ulong LoadingInstances(Face* self) => RuntimeCounters.LoadingInstances;
}
