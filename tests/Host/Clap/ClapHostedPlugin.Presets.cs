using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Clap;

/// <content>Presets, by clap.preset-load.</content>
internal sealed unsafe partial class ClapHostedPlugin
{
    private const uint FileKind = 0;

    /// <summary>What the host offers a plugin for it.</summary>
    public static readonly void* HostPresetLoad = HostTable();

    public override bool TryLoadPreset(string path)
    {
        var extension = Extension<ClapPresetLoad>("clap.preset-load/2"u8);
        if (extension is null)
            throw new HostException($"{Class.Name} loads no presets.");
        var text = Marshal.StringToCoTaskMemUTF8(path);
        var isLoaded = extension->FromLocation(_plugin, FileKind, (byte*)text, null) != 0;
        Marshal.FreeCoTaskMem(text);
        return isLoaded;
    }

    private static void* HostTable()
    {
        var table = NativeMemoryBlock.Allocate<ClapHostPresetLoad>();
        *table = new ClapHostPresetLoad { OnError = &OnError, Loaded = &Loaded };
        return table;
    }

    private static ClapHostedPlugin Of(ClapHost* host, [CallerMemberName] string caller = "")
    {
        var plugin = (ClapHostedPlugin)GCHandle.FromIntPtr(host->HostData).Target!;
        if (!plugin.IsMainThread)
            plugin.Requests.Violations.Enqueue($"{caller} belongs to the main thread");
        return plugin;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnError(ClapHost* host, uint kind, byte* location, byte* loadKey, int number, byte* message) =>
        Of(host).Requests.PresetErrors.Enqueue(Utf8Text.Read(message));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Loaded(ClapHost* host, uint kind, byte* location, byte* loadKey) => Of(host).Requests.PresetsLoaded.Enqueue(Utf8Text.Read(location));
}
