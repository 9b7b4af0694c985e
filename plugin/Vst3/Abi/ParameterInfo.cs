using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host is told about a parameter.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ParameterInfo
{
    public const int CanAutomate = 1 << 0;
    public const int IsList = 1 << 3;
    public const int IsBypass = 1 << 16;

    public uint Id;
    public String128 Title;
    public String128 ShortTitle;
    public String128 Units;

    /// <summary>Steps between values; 0 for a continuous parameter.</summary>
    public int StepCount;
    public double DefaultNormalized;
    public int UnitId;
    public int Flags;
}
