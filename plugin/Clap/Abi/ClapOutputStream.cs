namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_ostream</c>.</summary>
internal unsafe struct ClapOutputStream
{
    public void* Context;

    /// <summary>Returns the bytes written, perhaps fewer than wanted; negative on an error.</summary>
    public delegate* unmanaged<ClapOutputStream*, void*, ulong, long> Write;
}
