using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NamPlugin.Dsp.Spectra;

/// <summary>
/// Moves lanes of two vectors of four between "one after the other" and "taking turns". Each result is two shuffles and a blend, which every
/// instruction set has.
/// </summary>
internal static class Interleaving
{
    /// <summary>a0 a2 b0 b2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Evens(Vector128<float> a, Vector128<float> b) =>
        Halves(Vector128.Shuffle(a, Vector128.Create(0, 2, 0, 2)), Vector128.Shuffle(b, Vector128.Create(0, 2, 0, 2)));

    /// <summary>a1 a3 b1 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Odds(Vector128<float> a, Vector128<float> b) =>
        Halves(Vector128.Shuffle(a, Vector128.Create(1, 3, 1, 3)), Vector128.Shuffle(b, Vector128.Create(1, 3, 1, 3)));

    /// <summary>a0 b0 a1 b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Turns(Vector128.Shuffle(a, Vector128.Create(0, 0, 1, 1)), Vector128.Shuffle(b, Vector128.Create(0, 0, 1, 1)));

    /// <summary>a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Turns(Vector128.Shuffle(a, Vector128.Create(2, 2, 3, 3)), Vector128.Shuffle(b, Vector128.Create(2, 2, 3, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Halves(Vector128<float> low, Vector128<float> high) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, -1, 0, 0).AsSingle(), low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Turns(Vector128<float> even, Vector128<float> odd) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), even, odd);
}
