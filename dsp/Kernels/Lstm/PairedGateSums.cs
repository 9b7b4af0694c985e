using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>The gates of more units: those of <typeparamref name="TFirst"/>, then those of <typeparamref name="TSecond"/>.</summary>
/// <typeparam name="TFirst">Whole registers of units.</typeparam>
/// <typeparam name="TSecond">The units after them.</typeparam>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TGates">What becomes of the sums.</typeparam>
internal unsafe struct PairedGateSums<TFirst, TSecond, T, TGates> : IGateSums<PairedGateSums<TFirst, TSecond, T, TGates>, T, TGates>
    where TFirst : struct, IGateSums<TFirst, T, TGates>
    where TSecond : struct, IGateSums<TSecond, T, TGates>
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
{
    private TFirst _first;
    private TSecond _second;

    /// <inheritdoc/>
    public static int UnitFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TFirst.UnitFloats + TSecond.UnitFloats;
    }

    /// <inheritdoc/>
    public static int ColumnFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TFirst.ColumnFloats + TSecond.ColumnFloats;
    }

    /// <inheritdoc/>
    public static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairedGateSums<TFirst, TSecond, T, TGates> Load(float* biases)
    {
        PairedGateSums<TFirst, TSecond, T, TGates> sums;
        sums._first = TFirst.Load(biases);
        sums._second = TSecond.Load(biases + TFirst.ColumnFloats);
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumn(float* weights, T x)
    {
        _first.AddColumn(weights, x);
        _second.AddColumn(weights + TFirst.ColumnFloats, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddColumns(float* weights, float* vector) => AddColumn(weights, T.Broadcast(*vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(PairedGateSums<TFirst, TSecond, T, TGates> other)
    {
        _first.Add(other._first);
        _second.Add(other._second);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* sums)
    {
        _first.Store(sums);
        _second.Store(sums + TFirst.ColumnFloats);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TGates gates, LstmStack* stack, float* state, float* cell, float* hidden)
    {
        _first.Advance(gates, stack, state, cell, hidden);
        _second.Advance(gates, stack, state, cell + TFirst.UnitFloats, hidden + TFirst.UnitFloats);
    }
}
