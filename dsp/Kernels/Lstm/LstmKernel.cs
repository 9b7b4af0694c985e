using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// One LSTM layer, one sample: lanes run over hidden units, and the four gates of a unit sit in the same lane of four registers, so that the cell
/// update needs no shuffles. One pass over inputs and hidden units serves all gates; each value is broadcast from memory once. Weights lie in the
/// order in which they are used. A multiply-add waits four cycles for its predecessor, so there are two sets of sums.
/// </summary>
internal static unsafe class LstmKernel<T, TGates, TSums>
    where T : struct, ILanes<T>
    where TGates : struct, ILstmGates<TGates, T>
    where TSums : struct, IGateSums<TSums, T>
{
    /// <summary>[i f g o] = W [x; h] + b, and from them the new cell and hidden state. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LstmGroup* group, float* input, nint inputStride, float* state)
    {
        var weights = group->Weights;
        var even = TSums.Load(weights);
        weights += TSums.Registers * T.Count;
        TSums odd = default;
        weights = Accumulate(weights, input, inputStride, group->Inputs, ref even, ref odd);
        Accumulate(weights, state + group->Hidden, 1, group->Units, ref even, ref odd);
        even.Add(odd);
        even.Advance(TGates.Load(group->Constants), state + group->Cell, state + group->Output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Accumulate(float* weights, float* vector, nint stride, nint count, ref TSums even, ref TSums odd)
    {
        for (; count > 1; count -= 2)
        {
            even.MultiplyAdd(weights, T.Broadcast(*vector));
            odd.MultiplyAdd(weights + TSums.Registers * T.Count, T.Broadcast(vector[stride]));
            weights += 2 * TSums.Registers * T.Count;
            vector += 2 * stride;
        }

        if (count > 0)
        {
            even.MultiplyAdd(weights, T.Broadcast(*vector));
            weights += TSums.Registers * T.Count;
        }

        return weights;
    }
}
