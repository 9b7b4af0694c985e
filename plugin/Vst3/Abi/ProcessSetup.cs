using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host says before it activates.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProcessSetup
{
    public ProcessMode Mode;
    public SampleSize SampleSize;
    public int MaximumFrames;
    public double SampleRateHz;
}
