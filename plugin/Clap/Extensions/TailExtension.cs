using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.tail</c>: for how long sound goes on after the input has ended.</summary>
internal static unsafe class TailExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Get = &Get });

    public static ReadOnlySpan<byte> Id => "clap.tail"u8;

    [UnmanagedCallersOnly]
    private static uint Get(ClapPlugin* plugin)
    {
        try
        {
            return ClapInstance.Of(plugin)?.TailSamples ?? 0;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return 0;
        }
    }

    /// <summary><c>clap_plugin_tail</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint> Get;
    }

    /// <summary><c>clap_host_tail</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, void> Changed;
    }

    /// <summary>What a host can be told; nothing where it does not know the extension.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>The tail is another one. [audio-thread]</summary>
        public void AnnounceChange()
        {
            if (_table != null)
                _table->Changed(host);
        }
    }
}
