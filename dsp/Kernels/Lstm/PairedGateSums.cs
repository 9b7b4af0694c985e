using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>The gates of more units: those of <typeparamref name="TFirst"/>, then those of <typeparamref name="TSecond"/>.</summary>
/// <typeparam name="TFirst">Whole registers of units.</typeparam>
/// <typeparam name="TSecond">The units after them.</typeparam>
/// <typeparam name="T">The register.</typeparam>
internal unsafe struct PairedGateSums<TFirst, TSecond, T> : IGateSums<PairedGateSums<TFirst, TSecond, T>, T>
    where TFirst : struct, IGateSums<TFirst, T>
    where TSecond : struct, IGateSums<TSecond, T>
    where T : struct, ILanes<T>
{
    private TFirst _first;
    private TSecond _second;

    /// <inheritdoc/>
    public static int Registers => TFirst.Registers + TSecond.Registers;

    /// <inheritdoc/>
    public static int UnitRegisters => TFirst.UnitRegisters + TSecond.UnitRegisters;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairedGateSums<TFirst, TSecond, T> Load(float* biases)
    {
        PairedGateSums<TFirst, TSecond, T> sums;
        sums._first = TFirst.Load(biases);
        sums._second = TSecond.Load(biases + TFirst.Registers * T.Count);
        return sums;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(float* weights, T x)
    {
        _first.MultiplyAdd(weights, x);
        _second.MultiplyAdd(weights + TFirst.Registers * T.Count, x);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(PairedGateSums<TFirst, TSecond, T> other)
    {
        _first.Add(other._first);
        _second.Add(other._second);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance<TGates>(TGates gates, float* cell, float* hidden)
        where TGates : struct, ILstmGates<TGates, T>
    {
        _first.Advance(gates, cell, hidden);
        _second.Advance(gates, cell + TFirst.UnitRegisters * T.Count, hidden + TFirst.UnitRegisters * T.Count);
    }
}
