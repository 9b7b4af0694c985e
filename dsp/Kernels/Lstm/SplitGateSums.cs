using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// Two sets of the same sums, each for every other column. A multiply-add waits four cycles for its predecessor, and two can start in every cycle:
/// where the sums are fewer than eight, time would pass idle.
/// </summary>
/// <typeparam name="TSums">One set.</typeparam>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe struct SplitGateSums<TSums, T, TGates> : IGateSums<SplitGateSums<TSums, T, TGates>, T, TGates>
    where TSums : struct, IGateSums<TSums, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    private TSums _first;
    private TSums _second;

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
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TSums.Columns;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SplitGateSums<TSums, T, TGates> Load(float* biases)
    {
        SplitGateSums<TSums, T, TGates> sums;
        sums._first = TSums.Load(biases);
        sums._second = default;
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumn(float* weights, T x) => _first.AddColumn(weights, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumns(float* weights, float* vector)
    {
        _first.AddColumns(weights, vector);
        _second.AddColumns(weights + TSums.Columns * TSums.ColumnFloats, vector + TSums.Columns);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(SplitGateSums<TSums, T, TGates> other)
    {
        _first.Add(other._first);
        _second.Add(other._second);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* sums)
    {
        _first.Add(_second);
        _first.Store(sums);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden)
    {
        _first.Add(_second);
        _first.Advance(gates, stack, state, cell, hidden);
    }
}
