using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// A chunk of stacked LSTM layers and their head. Lanes run over hidden units, and the four gates of a unit sit in the same lane of four registers,
/// so that the cell update needs no shuffles. One pass over inputs and hidden units serves all gates; each value is broadcast from memory once, and
/// weights lie in the order in which they are used.
/// A layer waits for its own previous sample far longer than it computes, so layers run askew: while one is at a sample, the one above is at the
/// sample before, and the processor works on both. The skew begins and ends within a chunk, so that a state means the same however the stream is cut.
/// </summary>
internal static unsafe class LstmKernel<T, TGates, TSums>
    where T : struct, ILanes<T>
    where TGates : struct, ILstmGates<TGates, T>
    where TSums : struct, IGateSums<TSums, T>
{
    /// <summary>Per layer [i f g o] = W [x; h] + b, and from them the new cell and hidden state; y = head h. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LstmCall* call)
    {
        var gates = TGates.Load(call->Constants);
        var top = call->LayerCount - 1;
        for (nint tick = 0; tick < call->Frames + top; tick++)
        {
            // From the top, because a layer reads what the one below left behind at its previous sample.
            var lowest = Math.Max(tick - call->Frames + 1, 0);
            for (var index = Math.Min(tick, top); index >= lowest; index--)
            {
                var layer = call->Layers + index;
                var input = index == 0 ? call->Source + tick : call->State + layer[-1].Hidden;
                var inputStride = index == 0 ? call->SourceStride : 1;
                var hidden = call->State + layer->Hidden;
                var output = call->PaddedUnits > TSums.UnitFloats ? call->State + call->Next : hidden;
                var weights = layer->Weights;
                for (nint unit = 0; unit < call->PaddedUnits; unit += TSums.UnitFloats)
                {
                    var sums = TSums.Load(weights);
                    weights = Accumulate(weights + TSums.ColumnFloats, input, inputStride, layer->Inputs, ref sums);
                    weights = Accumulate(weights, hidden, 1, call->Units, ref sums);
                    sums.Advance(gates, call, call->State + layer->Cell + unit, output + unit);
                }

                if (output != hidden)
                    Copy(output, hidden, call->PaddedUnits);
            }

            if (tick >= top)
                Head(call, tick - top);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Accumulate(float* weights, float* vector, nint stride, nint count, ref TSums sums)
    {
        for (; count >= TSums.Columns; count -= TSums.Columns)
        {
            sums.AddColumns(weights, vector, stride);
            weights += TSums.Columns * TSums.ColumnFloats;
            vector += TSums.Columns * stride;
        }

        for (; count > 0; count--)
        {
            sums.AddColumn(weights, T.Broadcast(*vector));
            weights += TSums.ColumnFloats;
            vector += stride;
        }

        return weights;
    }

    // Inlined, because a call would drive the gates' constants out of their registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* source, float* destination, nint count)
    {
        for (nint unit = 0; unit < count; unit += T.Count)
            T.Store(destination + unit, T.Load(source + unit));
    }

    // Nothing waits for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Head(LstmCall* call, nint frame)
    {
        var weights = call->Head;
        var biases = weights + call->Outputs * call->PaddedUnits;
        var hidden = call->State + call->Layers[call->LayerCount - 1].Hidden;
        for (nint row = 0; row < call->Outputs; row++)
        {
            var sum = T.Load(weights) * T.Load(hidden);
            for (nint unit = T.Count; unit < call->PaddedUnits; unit += T.Count)
                T.Accumulate(weights + unit, T.Load(hidden + unit), ref sum);
            call->Destination[row * call->DestinationStride + frame] = T.Sum(sum) + biases[row];
            weights += call->PaddedUnits;
        }
    }
}
