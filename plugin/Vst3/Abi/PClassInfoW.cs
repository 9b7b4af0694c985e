using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The third, with names in UTF-16.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PClassInfoW
{
    public ClassHead Head;
    public FixedText.Chars64 Name;
    public uint ClassFlags;
    public FixedText.Bytes128 SubCategories;
    public FixedText.Chars64 Vendor;
    public FixedText.Chars64 Version;
    public FixedText.Chars64 SdkVersion;
}
