namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_context_menu_builder</c>: takes the items of a menu, in order.</summary>
internal unsafe struct ClapContextMenuBuilder
{
    public void* Context;
    public delegate* unmanaged<ClapContextMenuBuilder*, uint, void*, byte> AddItem;
    public delegate* unmanaged<ClapContextMenuBuilder*, uint, byte> Supports;
}
