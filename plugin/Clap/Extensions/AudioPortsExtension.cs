using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.audio-ports</c>: the ports of the selected <see cref="ClapPortLayout"/>, one in and one out.</summary>
internal static unsafe class AudioPortsExtension
{
    private const uint PortId = 0;
    private const uint NoPair = uint.MaxValue;
    private const uint IsMain = 1 << 0;
    private const uint Supports64Bits = 1 << 1;
    private const uint RequiresCommonSampleSize = 1 << 3;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Count = &Count, Get = &Get });

    public static ReadOnlySpan<byte> Id => "clap.audio-ports"u8;

    /// <summary>CLAP's word for a port of one or two channels. [thread-safe]</summary>
    public static byte* TypeOf(int channels) => ClapText.Literal(channels == 1 ? "mono"u8 : "stereo"u8);

    /// <summary>Describes a port; false for one that does not exist. [main-thread]</summary>
    public static bool TryDescribe(ClapPortLayout layout, uint index, bool isInput, ClapAudioPortInfo* info)
    {
        if (index != 0 || info == null)
            return false;
        var channels = layout.ChannelsOf(isInput);
        *info = new ClapAudioPortInfo
        {
            Id = PortId,
            Flags = IsMain | Supports64Bits | RequiresCommonSampleSize,
            ChannelCount = (uint)channels,
            PortType = TypeOf(channels),
            // One buffer can only be both ports where both have the same channels.
            InPlacePair = layout.InputChannels == layout.OutputChannels ? PortId : NoPair,
        };
        ClapText.Write(isInput ? "Input" : "Output", info->Name, ClapText.NameSize);
        return true;
    }

    [UnmanagedCallersOnly]
    private static uint Count(ClapPlugin* plugin, byte isInput) => 1;

    [UnmanagedCallersOnly]
    private static byte Get(ClapPlugin* plugin, uint index, byte isInput, ClapAudioPortInfo* info)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && TryDescribe(instance.Layout, index, isInput != ClapBool.False, info));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_audio_ports</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, byte, uint> Count;
        public delegate* unmanaged<ClapPlugin*, uint, byte, ClapAudioPortInfo*, byte> Get;
    }
}
