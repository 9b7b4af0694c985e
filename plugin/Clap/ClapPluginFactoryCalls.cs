using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Presets;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary><c>clap.plugin-factory</c>: lists the plugin and creates instances of it. [thread-safe]</summary>
internal static unsafe class ClapPluginFactoryCalls
{
    private static readonly ClapPluginFactory* Table = NativeTable.Keep(new ClapPluginFactory
    {
        GetPluginCount = &GetPluginCount,
        GetPluginDescriptor = &GetPluginDescriptor,
        CreatePlugin = &CreatePlugin,
    });

    /// <summary><c>clap_plugin_entry.get_factory</c>.</summary>
    [UnmanagedCallersOnly]
    public static void* GetFactory(byte* id)
    {
        try
        {
            var wanted = ClapText.Read(id);
            if (wanted.SequenceEqual(PresetFactoryCalls.Id) || wanted.SequenceEqual(PresetFactoryCalls.DraftId))
                return PresetFactoryCalls.Table;
            return wanted.SequenceEqual("clap.plugin-factory"u8) ? Table : null;
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return null;
        }
    }

    [UnmanagedCallersOnly]
    private static uint GetPluginCount(ClapPluginFactory* factory) => 1;

    [UnmanagedCallersOnly]
    private static ClapPluginDescriptor* GetPluginDescriptor(ClapPluginFactory* factory, uint index)
    {
        try
        {
            return index == 0 ? ClapDescriptor.Native : null;
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return null;
        }
    }

    [UnmanagedCallersOnly]
    private static ClapPlugin* CreatePlugin(ClapPluginFactory* factory, ClapHost* host, byte* id)
    {
        try
        {
            return host != null && System.Text.Ascii.Equals(ClapText.Read(id), PluginIdentity.ClapId) ? ClapPluginCalls.Create(host) : null;
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return null;
        }
    }
}
