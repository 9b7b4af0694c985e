namespace NamPlugin.Plugin.Effect;

/// <summary>Who the plugin is, to hosts and in their sessions. Nothing here ever changes; a snapshot test holds it.</summary>
public static class PluginIdentity
{
    /// <summary>Name for people.</summary>
    public const string Name = "NamPlugin";

    /// <summary>Vendor for people.</summary>
    public const string Vendor = "NamPlugin";

    /// <summary>CLAP's id.</summary>
    public const string ClapId = "org.namplugin.namplugin";

    /// <summary>CLAP's id of what knows the presets.</summary>
    public const string PresetProviderId = "org.namplugin.presets";

    /// <summary>Version of this build.</summary>
    public const string Version = "0.1.0";

    /// <summary>VST3 class id of the component, which is its own controller, as 32 hexadecimal digits.</summary>
    public const string Vst3ComponentId = "020A40E5F551453896D230FC2FE9BB04";

    /// <summary>VST3 class id kept for a separate controller, should one ever be needed.</summary>
    public const string Vst3ControllerId = "15F3A55ED3AF43D0986AE65197C02F61";
}
