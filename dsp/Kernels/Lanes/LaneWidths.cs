using System.Runtime.Intrinsics;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>What this process may use. Under NativeAOT this is fixed by the instruction set a library was published for.</summary>
public static class LaneWidths
{
    /// <summary>The widest lanes that are accelerated here.</summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Wide512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Wide256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Wide128
        : LaneWidth.Scalar;

    /// <summary>Every width that is accelerated here, the scalar one first.</summary>
    public static IEnumerable<LaneWidth> Supported => Array.FindAll(Enum.GetValues<LaneWidth>(), static width => width <= Widest);
}
