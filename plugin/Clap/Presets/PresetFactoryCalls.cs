using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Presets;

/// <summary><c>clap.preset-discovery-factory</c>: says who knows the plugin's presets, so that hosts can index them without an instance. [thread-safe]</summary>
internal static unsafe class PresetFactoryCalls
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly ClapPresetFactory* Table = NativeTable.Keep(new ClapPresetFactory { Count = &Count, GetDescriptor = &GetDescriptor, Create = &Create });

    private static readonly ClapPresetProviderDescriptor* Descriptor = NativeTable.Keep(new ClapPresetProviderDescriptor
    {
        Version = ClapVersion.Spoken,
        Id = ClapText.Keep(PluginIdentity.PresetProviderId),
        Name = ClapText.Literal("NamPlugin presets"u8),
        Vendor = ClapText.Keep(PluginIdentity.Vendor),
    });

    public static ReadOnlySpan<byte> Id => "clap.preset-discovery-factory/2"u8;

    /// <summary>What older hosts ask for; the same table.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.preset-discovery-factory/draft-2"u8;

    [UnmanagedCallersOnly]
    private static uint Count(ClapPresetFactory* factory) => 1;

    [UnmanagedCallersOnly]
    private static ClapPresetProviderDescriptor* GetDescriptor(ClapPresetFactory* factory, uint index)
    {
        try
        {
            return index == 0 ? Descriptor : null;
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return null;
        }
    }

    [UnmanagedCallersOnly]
    private static ClapPresetProvider* Create(ClapPresetFactory* factory, ClapPresetIndexer* indexer, byte* id)
    {
        try
        {
            return indexer != null && Ascii.Equals(ClapText.Read(id), PluginIdentity.PresetProviderId) ? PresetProviderCalls.Create(Descriptor, indexer) : null;
        }
        catch (Exception exception)
        {
            ClapFault.Report(exception);
            return null;
        }
    }
}
