using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// tanh from a table of 32 cubics in registers, which AVX-512 looks up in one instruction per coefficient; see <see cref="TanhTable"/>.
/// Half the dependent operations of any formula. Infinities and NaN saturate.
/// </summary>
internal readonly unsafe struct TableGates : ILstmGates<TableGates, Wide512>
{
    private readonly Vector512<float> _a0, _a1, _b0, _b1, _c0, _c1, _d0, _d1, _halfBase, _halfSlope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TableGates(float* constants)
    {
        _a0 = Vector512.Load(constants);
        _a1 = Vector512.Load(constants + 16);
        _b0 = Vector512.Load(constants + 32);
        _b1 = Vector512.Load(constants + 48);
        _c0 = Vector512.Load(constants + 64);
        _c1 = Vector512.Load(constants + 80);
        _d0 = Vector512.Load(constants + 96);
        _d1 = Vector512.Load(constants + 112);
        _halfBase = Vector512.Load(constants + 128);
        _halfSlope = Vector512.Load(constants + 144);
    }

    /// <inheritdoc/>
    public static int ConstantCount => 160;

    /// <inheritdoc/>
    public static float Scale => TanhTable.Scale;

    /// <inheritdoc/>
    public static void Write(Span<float> constants)
    {
        TanhTable.Coefficients.CopyTo(constants);
        // The lower half is tanh, the upper half is sigmoid.
        constants[128..136].Clear();
        constants[136..144].Fill(0.5f);
        constants[144..152].Fill(1);
        constants[152..160].Fill(0.5f);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TableGates Load(float* constants) => new(constants);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide512 Advance(Wide512 forget, Wide512 input, Wide512 cell, Wide512 output, ref Wide512 state)
    {
        var half = Vector512.Create(0.5f);
        var scaledHalf = Vector512.Create(0.5f * TanhTable.Scale);
        var halfState = half * state.Value;
        var kept = Avx512F.FusedMultiplyAdd(Magnitude(forget.Value), FlipSign(halfState, forget.Value), halfState);
        var taken = Avx512F.FusedMultiplyAdd(Magnitude(input.Value), FlipSign(scaledHalf, input.Value), scaledHalf);
        var c = Avx512F.FusedMultiplyAdd(taken, FlipSign(Magnitude(cell.Value), cell.Value), kept);
        state = new Wide512(c);

        var shown = Avx512F.FusedMultiplyAdd(Magnitude(output.Value), FlipSign(half, output.Value), half);
        return new Wide512(FlipSign(shown, c) * Magnitude(c));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide512 Advance(Wide512 forgetAndInput, Wide512 cellAndOutput, ref Wide512 state)
    {
        var half = Vector512.Create(0.5f);
        var fi = Avx512F.FusedMultiplyAdd(Magnitude(forgetAndInput.Value), FlipSign(half, forgetAndInput.Value), half);
        var go = Avx512F.FusedMultiplyAdd(Magnitude(cellAndOutput.Value), FlipSign(_halfSlope, cellAndOutput.Value), _halfBase);
        var input = Vector512.Create(fi.GetUpper(), fi.GetUpper());
        var output = Vector512.Create(go.GetUpper(), go.GetUpper());
        var c = Avx512F.FusedMultiplyAdd(input * Vector512.Create(TanhTable.Scale), go, fi * state.Value);
        state = new Wide512(c);
        return new Wide512(FlipSign(output, c) * Magnitude(c));
    }

    // tanh(|x|).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Magnitude(Vector512<float> x)
    {
        // As integers, because that is quicker and NaN is the largest then.
        var u = Vector512.Min((Vector512.Abs(x) + Vector512.Create(TanhTable.Offset)).AsUInt32(), Vector512.Create(TanhTable.Last).AsUInt32());
        var segment = (u >>> TanhTable.SegmentShift).AsInt32();
        var t = u.AsSingle() - (u & Vector512.Create(uint.MaxValue << TanhTable.SegmentShift)).AsSingle();
        var high = Avx512F.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(_d0, segment, _d1), t, Avx512F.PermuteVar16x32x2(_c0, segment, _c1));
        var low = Avx512F.FusedMultiplyAdd(Avx512F.PermuteVar16x32x2(_b0, segment, _b1), t, Avx512F.PermuteVar16x32x2(_a0, segment, _a1));
        return Avx512F.FusedMultiplyAdd(t * t, high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FlipSign(Vector512<float> value, Vector512<float> sign) => value ^ (sign & Vector512.Create(-0f));
}
