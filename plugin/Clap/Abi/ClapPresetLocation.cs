namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_location</c>: a folder to search.</summary>
internal unsafe struct ClapPresetLocation
{
    /// <summary><c>CLAP_PRESET_DISCOVERY_LOCATION_FILE</c>: a path of the file system.</summary>
    public const uint KindFile = 0;

    /// <summary><c>CLAP_PRESET_DISCOVERY_IS_FACTORY_CONTENT</c>.</summary>
    public const uint IsFactoryContent = 1 << 0;

    /// <summary><c>CLAP_PRESET_DISCOVERY_IS_USER_CONTENT</c>.</summary>
    public const uint IsUserContent = 1 << 1;

    public uint Flags;
    public byte* Name;
    public uint Kind;
    public byte* Location;
}
