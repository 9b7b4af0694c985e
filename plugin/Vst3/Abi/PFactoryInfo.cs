using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host is told about who made the plugin.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PFactoryInfo
{
    /// <summary>Texts are Unicode.</summary>
    public const int Unicode = 1 << 4;

    public FixedText.Bytes64 Vendor;
    public FixedText.Bytes256 Url;
    public FixedText.Bytes128 Email;
    public int Flags;
}
