using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// tanh from a table of 32 cubics in registers: for lanes that look 32 entries up at once, which are those of 16 samples. The segment is
/// in the exponent and the first mantissa bits of |x| plus an offset, so that segments are short near zero and long where tanh is flat. Off by at
/// most 5.1e-7 and rounding, and by less than 1e-7 from |x| = 3, where the memory of a cell hangs on how little is missing to one.
/// Infinities and NaN saturate.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal readonly unsafe struct TableGates<T> : ILstmGates<TableGates<T>, T>
    where T : struct, IRegister<T>
{
    private readonly T _a0, _a1, _b0, _b1, _c0, _c1, _d0, _d1, _halfBase, _halfSlope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TableGates(float* constants)
    {
        _a0 = T.Load(constants);
        _a1 = T.Load(constants + T.Count);
        _b0 = T.Load(constants + 2 * T.Count);
        _b1 = T.Load(constants + 3 * T.Count);
        _c0 = T.Load(constants + 4 * T.Count);
        _c1 = T.Load(constants + 5 * T.Count);
        _d0 = T.Load(constants + 6 * T.Count);
        _d1 = T.Load(constants + 7 * T.Count);
        _halfBase = T.Load(constants + 8 * T.Count);
        _halfSlope = T.Load(constants + 9 * T.Count);
    }

    /// <inheritdoc/>
    public static int ConstantCount => 10 * T.Count;

    /// <inheritdoc/>
    public static float Scale => TanhTable.Scale;

    /// <inheritdoc/>
    public static void Write(Span<float> constants)
    {
        TanhTable.Coefficients.CopyTo(constants);
        // The lower half is tanh, the upper half is sigmoid.
        constants = constants[(8 * T.Count)..];
        constants[..(T.Count / 2)].Clear();
        constants[(T.Count / 2)..T.Count].Fill(0.5f);
        constants.Slice(T.Count, T.Count / 2).Fill(1);
        constants[(T.Count + T.Count / 2)..(2 * T.Count)].Fill(0.5f);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TableGates<T> Load(float* constants) => new(constants);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Advance(GateSums<T> sums, ref T cell)
    {
        var half = T.Broadcast(0.5f);
        var scaledHalf = T.Broadcast(0.5f * TanhTable.Scale);
        var halfCell = half * cell;
        var kept = T.MultiplyAdd(Magnitude(sums.Forget), T.FlipSign(halfCell, sums.Forget), halfCell);
        var input = T.MultiplyAdd(Magnitude(sums.Input), T.FlipSign(scaledHalf, sums.Input), scaledHalf);
        cell = T.MultiplyAdd(input, T.FlipSign(Magnitude(sums.Cell), sums.Cell), kept);

        var output = T.MultiplyAdd(Magnitude(sums.Output), T.FlipSign(half, sums.Output), half);
        return T.FlipSign(output, cell) * Magnitude(cell);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Advance(HalfGateSums<T> sums, ref T cell)
    {
        var half = T.Broadcast(0.5f);
        var fi = T.MultiplyAdd(Magnitude(sums.ForgetAndInput), T.FlipSign(half, sums.ForgetAndInput), half);
        var go = T.MultiplyAdd(Magnitude(sums.CellAndOutput), T.FlipSign(_halfSlope, sums.CellAndOutput), _halfBase);
        cell = T.MultiplyAdd(T.SwapHalves(fi) * T.Broadcast(TanhTable.Scale), go, fi * cell);
        return T.FlipSign(T.SwapHalves(go), cell) * Magnitude(cell);
    }

    // tanh(|x|).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Magnitude(T x)
    {
        var key = T.MinPositive(T.Abs(x) + T.Broadcast(TanhTable.Offset), T.Broadcast(TanhTable.Last));
        var t = key - T.Truncate(key, TanhTable.SegmentShift);
        var high = T.MultiplyAdd(T.LookUp(_d0, _d1, key, TanhTable.SegmentShift), t, T.LookUp(_c0, _c1, key, TanhTable.SegmentShift));
        var low = T.MultiplyAdd(T.LookUp(_b0, _b1, key, TanhTable.SegmentShift), t, T.LookUp(_a0, _a1, key, TanhTable.SegmentShift));
        return T.MultiplyAdd(t * t, high, low);
    }
}
