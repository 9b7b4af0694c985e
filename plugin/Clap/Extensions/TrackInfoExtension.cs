using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.track-info</c>: which track the instance sits on.</summary>
internal static unsafe class TrackInfoExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Changed = &Changed });

    public static ReadOnlySpan<byte> Id => "clap.track-info/1"u8;

    /// <summary>What older hosts ask for and offer; the same tables.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.track-info.draft/1"u8;

    [UnmanagedCallersOnly]
    private static void Changed(ClapPlugin* plugin)
    {
        try
        {
            ClapInstance.Of(plugin)?.ReadTrack();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    /// <summary><c>clap_plugin_track_info</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, void> Changed;
    }

    /// <summary><c>clap_host_track_info</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, ClapTrackInfo*, byte> Get;
    }

    /// <summary>What a host can be asked.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id, DraftId);

        /// <summary>What the host says of the track; null where it says nothing. [main-thread]</summary>
        public TrackInfo? Read()
        {
            var info = default(ClapTrackInfo);
            if (_table == null || _table->Get(host, &info) == ClapBool.False)
                return null;
            return new TrackInfo(
                (info.Flags & ClapTrackInfo.HasName) != 0 ? ClapText.Read(info.Name, ClapText.NameSize) : null,
                (info.Flags & ClapTrackInfo.HasColor) != 0 ? ClapColor.Read(&info.Color) : null,
                (info.Flags & ClapTrackInfo.HasAudioChannels) != 0 ? info.AudioChannelCount : null,
                (info.Flags & ClapTrackInfo.IsForReturn) != 0,
                (info.Flags & ClapTrackInfo.IsForBus) != 0,
                (info.Flags & ClapTrackInfo.IsForMaster) != 0);
        }
    }
}
