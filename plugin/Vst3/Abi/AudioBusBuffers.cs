using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The buffers of one bus.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AudioBusBuffers
{
    public int ChannelCount;

    /// <summary>A bit for each channel whose samples are all 0.</summary>
    public ulong SilenceFlags;

    /// <summary>x[channel][time] of float or double. It and any of its entries may be null.</summary>
    public void** Channels;

    /// <summary>A bit for each of the first channels.</summary>
    public static ulong Bits(int channels) => channels >= 64 ? ulong.MaxValue : (1UL << Math.Max(channels, 0)) - 1;
}
