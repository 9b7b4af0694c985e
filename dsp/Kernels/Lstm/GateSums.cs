using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>The gates of one register of units; weights lie in the order of the fields.</summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe struct GateSums<T, TGates> : IGateSums<GateSums<T, TGates>, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    public T Forget;
    public T Input;
    public T Cell;
    public T Output;

    /// <inheritdoc/>
    public static int UnitFloats => T.Count;

    /// <inheritdoc/>
    public static int ColumnFloats => 4 * T.Count;

    /// <inheritdoc/>
    public static int Columns => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GateSums<T, TGates> Load(float* biases)
    {
        GateSums<T, TGates> sums;
        sums.Forget = T.Load(biases);
        sums.Input = T.Load(biases + T.Count);
        sums.Cell = T.Load(biases + 2 * T.Count);
        sums.Output = T.Load(biases + 3 * T.Count);
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumn(float* weights, T x)
    {
        T.Accumulate(weights, x, ref Forget);
        T.Accumulate(weights + T.Count, x, ref Input);
        T.Accumulate(weights + 2 * T.Count, x, ref Cell);
        T.Accumulate(weights + 3 * T.Count, x, ref Output);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumns(float* weights, float* vector) => AddColumn(weights, T.Broadcast(*vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(GateSums<T, TGates> other)
    {
        Forget += other.Forget;
        Input += other.Input;
        Cell += other.Cell;
        Output += other.Output;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* sums)
    {
        T.Store(sums, Forget);
        T.Store(sums + T.Count, Input);
        T.Store(sums + 2 * T.Count, Cell);
        T.Store(sums + 3 * T.Count, Output);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden)
    {
        var c = T.Load(cell);
        T.Store(hidden, gates.Advance(Forget, Input, Cell, Output, ref c));
        T.Store(cell, c);
    }
}
