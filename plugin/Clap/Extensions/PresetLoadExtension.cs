using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Presets;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.preset-load</c>: a host's browser of presets loads one.</summary>
internal static unsafe class PresetLoadExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { FromLocation = &FromLocation });

    public static ReadOnlySpan<byte> Id => "clap.preset-load/2"u8;

    /// <summary>What older hosts ask for and offer; the same tables.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.preset-load.draft/2"u8;

    [UnmanagedCallersOnly]
    private static byte FromLocation(ClapPlugin* plugin, uint kind, byte* location, byte* loadKey)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && TryLoad(instance, kind, location, loadKey));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    // A file holds one preset, so there are no keys; one that a host gives nevertheless goes back with the answer.
    private static bool TryLoad(ClapInstance instance, uint kind, byte* location, byte* loadKey)
    {
        if (instance.Effect is not { } effect)
            return false;
        var host = new Host(instance.Host.Native);
        if (kind != ClapPresetLocation.KindFile || location == null)
        {
            host.AnnounceError(kind, location, loadKey, 0, "NamPlugin keeps its presets in files.");
            return false;
        }

        instance.Host.BeginStateLoad();
        try
        {
            effect.LoadPreset(Marshal.PtrToStringUTF8((nint)location)!);
        }
        catch (FileFormatException exception)
        {
            host.AnnounceError(kind, location, loadKey, OsError.Of(exception), exception.Message);
            return false;
        }
        finally
        {
            instance.Host.EndStateLoad();
        }

        host.AnnounceLoaded(kind, location, loadKey);
        return true;
    }

    /// <summary><c>clap_plugin_preset_load</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint, byte*, byte*, byte> FromLocation;
    }

    /// <summary><c>clap_host_preset_load</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, uint, byte*, byte*, int, byte*, void> OnError;
        public delegate* unmanaged<ClapHost*, uint, byte*, byte*, void> Loaded;
    }

    /// <summary>What a host can be told; nothing where it does not know the extension.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = Find(host);

        /// <summary>A preset has been loaded. [main-thread]</summary>
        public void AnnounceLoaded(uint kind, byte* location, byte* loadKey)
        {
            if (_table != null)
                _table->Loaded(host, kind, location, loadKey);
        }

        /// <summary>A preset could not be loaded. [main-thread]</summary>
        public void AnnounceError(uint kind, byte* location, byte* loadKey, int osError, string message)
        {
            if (_table == null)
                return;
            using var text = new ClapTextCopy(message);
            _table->OnError(host, kind, location, loadKey, osError, text.Pointer);
        }

        private static HostTable* Find(ClapHost* host)
        {
            var table = ClapExtensions.OfHost(host, Id);
            return (HostTable*)(table != null ? table : ClapExtensions.OfHost(host, DraftId));
        }
    }
}
