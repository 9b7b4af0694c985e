using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.audio-ports-config-info</c>: which layout is selected, and the ports that each would have.</summary>
internal static unsafe class AudioPortsConfigInfoExtension
{
    private const uint NoConfig = uint.MaxValue;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { CurrentConfig = &CurrentConfig, Get = &Get });

    public static ReadOnlySpan<byte> Id => "clap.audio-ports-config-info/1"u8;

    /// <summary>What older hosts ask for; the same table.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.audio-ports-config-info/draft-0"u8;

    [UnmanagedCallersOnly]
    private static uint CurrentConfig(ClapPlugin* plugin)
    {
        try
        {
            return ClapInstance.Of(plugin)?.Layout.Id ?? NoConfig;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return NoConfig;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Get(ClapPlugin* plugin, uint configId, uint portIndex, byte isInput, ClapAudioPortInfo* info)
    {
        try
        {
            return ClapBool.From(ClapPortLayout.Find(configId) is { } layout
                && AudioPortsExtension.TryDescribe(layout, portIndex, isInput != ClapBool.False, info));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_audio_ports_config_info</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint> CurrentConfig;
        public delegate* unmanaged<ClapPlugin*, uint, uint, byte, ClapAudioPortInfo*, byte> Get;
    }
}
