using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>How the descriptions of a class begin.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClassHead
{
    public Iid ClassId;
    public int Cardinality;
    public FixedText.Bytes32 Category;
}
