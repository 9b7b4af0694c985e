using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary>The project's own <c>org.namplugin.runtime-counters</c>: <see cref="RuntimeCounters"/>, for tests.</summary>
internal static unsafe class RuntimeCountersExtension
{
    /// <summary>What a host gets for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable
    {
        Collections = &Collections,
        AllocatedBytes = &AllocatedBytes,
        ThreadAllocatedBytes = &ThreadAllocatedBytes,
        LoadingInstances = &LoadingInstances,
    });

    public static ReadOnlySpan<byte> Id => "org.namplugin.runtime-counters/1"u8;

    [UnmanagedCallersOnly]
    private static ulong Collections(ClapPlugin* plugin) => RuntimeCounters.Collections;

    [UnmanagedCallersOnly]
    private static ulong AllocatedBytes(ClapPlugin* plugin) => RuntimeCounters.AllocatedBytes;

    [UnmanagedCallersOnly]
    private static ulong ThreadAllocatedBytes(ClapPlugin* plugin) => RuntimeCounters.ThreadAllocatedBytes;

    [UnmanagedCallersOnly]
    private static ulong LoadingInstances(ClapPlugin* plugin) => RuntimeCounters.LoadingInstances;

    /// <summary>Four functions, each of the instance alone.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, ulong> Collections;
        public delegate* unmanaged<ClapPlugin*, ulong> AllocatedBytes;
        public delegate* unmanaged<ClapPlugin*, ulong> ThreadAllocatedBytes;
        public delegate* unmanaged<ClapPlugin*, ulong> LoadingInstances;
    }
}
