using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host is told about a bus.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BusInfo
{
    public const uint DefaultActive = 1;

    public MediaType MediaType;
    public BusDirection Direction;
    public int ChannelCount;
    public String128 Name;

    /// <summary>0: a main bus.</summary>
    public int BusType;
    public uint Flags;
}
