using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// The cells of groups of more than one register. Their sums pass through memory, so that the gates are one small loop: unrolled they would exhaust
/// the compiler's inlining budget.
/// </summary>
internal static unsafe class LstmCells<T, TGates, TSums>
    where T : struct, ILanes<T>
    where TGates : struct, ILstmGates<TGates, T>
    where TSums : struct, IGateSums<TSums, T, TGates>
{
    /// <summary>The new hidden and cell state. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Advance(float* constants, float* sums, float* cells, float* hidden)
    {
        var gates = TGates.Load(constants);
        for (var register = 0; register < TSums.WholeRegisters; register++)
        {
            GateSums<T, TGates>.Load(sums).Advance(gates, null, null, cells, hidden);
            sums += GateSums<T, TGates>.ColumnFloats;
            cells += T.Count;
            hidden += T.Count;
        }

        if (TSums.HasHalf)
            HalfGateSums<T, TGates>.Load(sums).Advance(gates, null, null, cells, hidden);
    }
}
