namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_context_menu_target</c>: what was clicked; a null pointer stands for the plugin as a whole.</summary>
internal struct ClapContextMenuTarget
{
    /// <summary><c>CLAP_CONTEXT_MENU_TARGET_KIND_PARAM</c>.</summary>
    public const uint Parameter = 1;

    public uint Kind;

    /// <summary>The number of a parameter.</summary>
    public uint Id;
}
