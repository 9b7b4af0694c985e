namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_preset_discovery_filetype</c>.</summary>
internal unsafe struct ClapPresetFileType
{
    public byte* Name;
    public byte* Description;

    /// <summary>Without its dot.</summary>
    public byte* FileExtension;
}
