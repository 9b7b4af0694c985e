namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_context_menu_entry</c>.</summary>
internal unsafe struct ClapContextMenuEntry
{
    /// <summary><c>CLAP_CONTEXT_MENU_ITEM_ENTRY</c>: what tells a builder that an item is one of these.</summary>
    public const uint ItemKind = 0;

    public byte* Label;
    public byte IsEnabled;
    public uint ActionId;
}
