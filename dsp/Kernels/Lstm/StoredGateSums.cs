using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Sums that pass through memory on their way to the gates, which are a loop then: unrolled, they would exhaust the compiler's inlining budget.
/// </summary>
/// <typeparam name="TSums">The sums, of whole registers.</typeparam>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe struct StoredGateSums<TSums, T, TGates> : IGateSums<StoredGateSums<TSums, T, TGates>, T, TGates>
    where TSums : struct, IGateSums<TSums, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    private TSums _sums;

    /// <inheritdoc/>
    public static int UnitFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSums.UnitFloats;
    }

    /// <inheritdoc/>
    public static int ColumnFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSums.ColumnFloats;
    }

    /// <inheritdoc/>
    public static int Columns => TSums.Columns;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StoredGateSums<TSums, T, TGates> Load(float* biases)
    {
        StoredGateSums<TSums, T, TGates> sums;
        sums._sums = TSums.Load(biases);
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumn(float* weights, T x) => _sums.AddColumn(weights, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumns(float* weights, float* vector) => _sums.AddColumns(weights, vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(StoredGateSums<TSums, T, TGates> other) => _sums.Add(other._sums);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* sums) => _sums.Store(sums);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden)
    {
        var sums = state + stack->Sums;
        Store(sums);
        for (nint unit = 0; unit < TSums.UnitFloats; unit += T.Count)
        {
            GateSums<T, TGates>.Load(sums).Advance(gates, stack, state, cell + unit, hidden + unit);
            sums += GateSums<T, TGates>.ColumnFloats;
        }
    }
}
