using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>What hosts list before they create anything.</summary>
internal static unsafe class ClapDescriptor
{
    /// <summary>The one plugin of this file.</summary>
    public static readonly ClapPluginDescriptor* Native = NativeTable.Keep(new ClapPluginDescriptor
    {
        Version = ClapVersion.Spoken,
        Id = ClapText.Keep(PluginIdentity.ClapId),
        Name = ClapText.Keep(PluginIdentity.Name),
        Vendor = ClapText.Keep(PluginIdentity.Vendor),
        Url = ClapText.Literal(""u8),
        ManualUrl = ClapText.Literal(""u8),
        SupportUrl = ClapText.Literal(""u8),
        PluginVersion = ClapText.Keep(PluginIdentity.Version),
        Description = ClapText.Literal("Plays Neural Amp Modeler captures"u8),
        Features = NativeTable.KeepList(
            (nint)ClapText.Literal("audio-effect"u8), (nint)ClapText.Literal("distortion"u8), (nint)ClapText.Literal("mono"u8), (nint)ClapText.Literal("stereo"u8)),
    });
}
