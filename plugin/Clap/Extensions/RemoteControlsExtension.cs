using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.remote-controls</c>: what a controller with eight knobs shows, page by page. The pages never change.</summary>
internal static unsafe class RemoteControlsExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Count = &Count, Get = &Get });

    public static ReadOnlySpan<byte> Id => "clap.remote-controls/2"u8;

    /// <summary>What older hosts ask for; the same table.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.remote-controls.draft/2"u8;

    [UnmanagedCallersOnly]
    private static uint Count(ClapPlugin* plugin) => (uint)RemoteControlPage.All.Length;

    [UnmanagedCallersOnly]
    private static byte Get(ClapPlugin* plugin, uint index, ClapRemoteControlsPage* page)
    {
        try
        {
            if (index >= (uint)RemoteControlPage.All.Length || page == null)
                return ClapBool.False;
            var described = RemoteControlPage.All[index];
            *page = new ClapRemoteControlsPage { PageId = described.Id, IsForPreset = ClapBool.False };
            ClapText.Write(described.Section, page->SectionName, ClapText.NameSize);
            ClapText.Write(described.Name, page->PageName, ClapText.NameSize);
            for (var control = 0; control < ClapRemoteControlsPage.Controls; control++)
                page->ParameterIds[control] = control < described.Parameters.Length ? described.Parameters[control].Number : ClapRemoteControlsPage.NoParameter;
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    /// <summary><c>clap_plugin_remote_controls</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint> Count;
        public delegate* unmanaged<ClapPlugin*, uint, ClapRemoteControlsPage*, byte> Get;
    }
}
