namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_param_info</c>.</summary>
internal unsafe struct ClapParameterInfo
{
    public uint Id;
    public uint Flags;
    public void* Cookie;
    public fixed byte Name[ClapText.NameSize];
    public fixed byte Module[ClapText.PathSize];
    public double Minimum;
    public double Maximum;
    public double Default;
}
