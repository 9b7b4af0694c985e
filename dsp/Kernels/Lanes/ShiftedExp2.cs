using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>2^x where the instruction set has no help for it: the rounded exponent comes from the low bits of a large sum.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class ShiftedExp2<T>
    where T : struct, ILanes<T>
{
    // Adding it leaves the rounded integer in the low mantissa bits.
    private const float Shift = 12582912f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply(T exponent)
    {
        var shifted = exponent + T.Broadcast(Shift);
        var f = exponent - (shifted - T.Broadcast(Shift));
        // 2^f - 1 over f, for f in [-1/2, 1/2]: least relative error of 2^f, 9.1e-8.
        var p = T.MultiplyAdd(T.Broadcast(0.001326473107f), f, T.Broadcast(0.009671512603f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.05550733732f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.2402224209f));
        p = T.MultiplyAdd(p, f, T.Broadcast(0.6931469776f));
        p = T.MultiplyAdd(p, f, T.Broadcast(1f));
        return T.ScaleByPowerOfTwo(p, shifted);
    }
}
