using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.state</c>: what a session remembers.</summary>
internal static unsafe class StateExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Save = &Save, Load = &Load });

    public static ReadOnlySpan<byte> Id => "clap.state"u8;

    [UnmanagedCallersOnly]
    private static byte Save(ClapPlugin* plugin, ClapOutputStream* stream)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && ClapState.TrySave(instance, stream, StatePurpose.Session));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Load(ClapPlugin* plugin, ClapInputStream* stream)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && ClapState.TryLoad(instance, stream, StatePurpose.Session));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_state</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, ClapOutputStream*, byte> Save;
        public delegate* unmanaged<ClapPlugin*, ClapInputStream*, byte> Load;
    }

    /// <summary><c>clap_host_state</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, void> MarkDirty;
    }

    /// <summary>What a host can be told; nothing where it does not know the extension.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>The session should be saved again. [main-thread]</summary>
        public void AnnounceUnsaved()
        {
            if (_table != null)
                _table->MarkDirty(host);
        }
    }
}
