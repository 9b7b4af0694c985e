using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The second.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PClassInfo2
{
    public ClassHead Head;
    public FixedText.Bytes64 Name;
    public uint ClassFlags;
    public FixedText.Bytes128 SubCategories;
    public FixedText.Bytes64 Vendor;
    public FixedText.Bytes64 Version;
    public FixedText.Bytes64 SdkVersion;
}
