using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.audio-ports-config</c>: the choice of mono, mono to stereo, and stereo.</summary>
internal static unsafe class AudioPortsConfigExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Count = &Count, Get = &Get, Select = &Select });

    public static ReadOnlySpan<byte> Id => "clap.audio-ports-config"u8;

    [UnmanagedCallersOnly]
    private static uint Count(ClapPlugin* plugin) => (uint)ClapPortLayout.All.Length;

    [UnmanagedCallersOnly]
    private static byte Get(ClapPlugin* plugin, uint index, ClapAudioPortsConfig* config)
    {
        try
        {
            if (index >= ClapPortLayout.All.Length || config == null)
                return ClapBool.False;
            var layout = ClapPortLayout.All[index];
            *config = new ClapAudioPortsConfig
            {
                Id = layout.Id,
                InputPortCount = 1,
                OutputPortCount = 1,
                HasMainInput = ClapBool.True,
                MainInputChannelCount = (uint)layout.InputChannels,
                MainInputPortType = AudioPortsExtension.TypeOf(layout.InputChannels),
                HasMainOutput = ClapBool.True,
                MainOutputChannelCount = (uint)layout.OutputChannels,
                MainOutputPortType = AudioPortsExtension.TypeOf(layout.OutputChannels),
            };
            ClapText.Write(layout.Name, config->Name, ClapText.NameSize);
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Select(ClapPlugin* plugin, uint id)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin)?.TrySelectLayout(id) ?? false);
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_audio_ports_config</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint> Count;
        public delegate* unmanaged<ClapPlugin*, uint, ClapAudioPortsConfig*, byte> Get;
        public delegate* unmanaged<ClapPlugin*, uint, byte> Select;
    }
}
