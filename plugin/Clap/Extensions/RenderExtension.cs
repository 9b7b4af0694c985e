using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.render</c>: whether the host plays or renders offline.</summary>
internal static unsafe class RenderExtension
{
    private const int Realtime = 0;
    private const int Offline = 1;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { HasHardRealtimeRequirement = &HasHardRealtimeRequirement, Set = &Set });

    public static ReadOnlySpan<byte> Id => "clap.render"u8;

    [UnmanagedCallersOnly]
    private static byte HasHardRealtimeRequirement(ClapPlugin* plugin) => ClapBool.False;

    [UnmanagedCallersOnly]
    private static byte Set(ClapPlugin* plugin, int mode)
    {
        try
        {
            if (mode is not (Realtime or Offline) || ClapInstance.Of(plugin)?.Effect is not { } effect)
                return ClapBool.False;
            effect.IsOffline = mode == Offline;
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_render</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, byte> HasHardRealtimeRequirement;
        public delegate* unmanaged<ClapPlugin*, int, byte> Set;
    }
}
