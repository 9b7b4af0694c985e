namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_istream</c>.</summary>
internal unsafe struct ClapInputStream
{
    public void* Context;

    /// <summary>Returns the bytes read, perhaps fewer than wanted; 0 at the end, negative on an error.</summary>
    public delegate* unmanaged<ClapInputStream*, void*, ulong, long> Read;
}
