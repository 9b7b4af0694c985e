namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_version</c>.</summary>
internal struct ClapVersion
{
    public uint Major;
    public uint Minor;
    public uint Revision;

    /// <summary>The version whose structures and extensions are spoken here.</summary>
    public static ClapVersion Spoken => new() { Major = 1, Minor = 2, Revision = 2 };
}
