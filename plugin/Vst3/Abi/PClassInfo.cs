using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The first version of what a host is told about a class; the others begin with it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PClassInfo
{
    public const int ManyInstances = 0x7FFFFFFF;

    public ClassHead Head;
    public FixedText.Bytes64 Name;
}
