using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host is told about a group of parameters.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UnitInfo
{
    public const int NoParent = -1;
    public const int NoPrograms = -1;

    public int Id;
    public int ParentId;
    public String128 Name;
    public int ProgramListId;
}
