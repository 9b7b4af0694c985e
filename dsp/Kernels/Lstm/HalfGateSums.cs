using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>The gates of half a register of units: two share a register, one in its lower and one in its upper half, so that no lane idles.</summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe struct HalfGateSums<T, TGates> : IGateSums<HalfGateSums<T, TGates>, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    public T ForgetAndInput;
    public T CellAndOutput;

    /// <inheritdoc/>
    public static int UnitFloats => T.Count;

    /// <inheritdoc/>
    public static int ColumnFloats => 2 * T.Count;

    /// <inheritdoc/>
    public static int Columns => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HalfGateSums<T, TGates> Load(float* biases)
    {
        HalfGateSums<T, TGates> sums;
        sums.ForgetAndInput = T.Load(biases);
        sums.CellAndOutput = T.Load(biases + T.Count);
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumn(float* weights, T x)
    {
        T.Accumulate(weights, x, ref ForgetAndInput);
        T.Accumulate(weights + T.Count, x, ref CellAndOutput);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumns(float* weights, float* vector) => AddColumn(weights, T.Broadcast(*vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(HalfGateSums<T, TGates> other)
    {
        ForgetAndInput += other.ForgetAndInput;
        CellAndOutput += other.CellAndOutput;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* sums)
    {
        T.Store(sums, ForgetAndInput);
        T.Store(sums + T.Count, CellAndOutput);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden)
    {
        var c = T.Load(cell);
        T.Store(hidden, gates.Advance(ForgetAndInput, CellAndOutput, ref c));
        T.Store(cell, c);
    }
}
