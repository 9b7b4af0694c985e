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
    where T : struct, IRegister<T>
    where TGates : struct, ILstmGates<TGates, T>
    where TSums : struct, IGateSums<TSums, T, TGates>
{
    /// <summary>Per layer [i f g o] = W [x; h] + b, and from them the new cell and hidden state; y = head h. [audio-thread]</summary>
    /// <param name="stack">The layers.</param>
    /// <param name="state">The instance.</param>
    /// <param name="source">x[input][time].</param>
    /// <param name="destination">y[output][time].</param>
    /// <param name="frames">Length of the chunk.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LstmStack* stack, float* state, float* source, float* destination, nint frames)
    {
        // One long method: what the compiler is willing to inline grows with what it inlines into.
        var gates = TGates.Load(stack->Constants);
        var top = stack->LayerCount - 1;
        for (nint tick = 0; tick < frames + top; tick++)
        {
            // From the top, because a layer reads what the one below left behind at its previous sample.
            var lowest = Math.Max(tick - frames + 1, 0);
            for (var index = Math.Min(tick, top); index >= lowest; index--)
            {
                var layer = stack->Layers + index;
                var hidden = state + layer->Hidden;
                var output = stack->PaddedUnits > TSums.UnitFloats ? state + stack->Next : hidden;
                var weights = layer->Weights;
                for (nint unit = 0; unit < stack->PaddedUnits; unit += TSums.UnitFloats)
                {
                    var sums = TSums.Load(weights);
                    weights += TSums.ColumnFloats;
                    var vector = hidden;
                    if (index > 0)
                    {
                        vector = state + layer[-1].Hidden;
                    }
                    else
                    {
                        var input = source + tick;
                        for (var count = stack->Inputs; count > 0; count--)
                        {
                            sums.AddColumn(weights, T.Broadcast(*input));
                            weights += TSums.ColumnFloats;
                            input += stack->SourceStride;
                        }
                    }

                    while (true)
                    {
                        for (nint column = 0; column < stack->Columns; column += TSums.Columns)
                        {
                            sums.AddColumns(weights, vector + column);
                            weights += TSums.Columns * TSums.ColumnFloats;
                        }

                        if (vector == hidden)
                            break;
                        vector = hidden;
                    }

                    sums.Advance(gates, stack, state, state + layer->Cell + unit, output + unit);
                }

                if (output != hidden)
                {
                    for (nint unit = 0; unit < stack->PaddedUnits; unit += T.Count)
                        T.Store(hidden + unit, T.Load(output + unit));
                }
            }

            if (tick < top)
                continue;

            // Nothing waits for the head.
            var newest = state + stack->Layers[top].Hidden;
            var row = stack->Head;
            for (nint channel = 0; channel < stack->Outputs; channel++)
            {
                var sum = T.Load(row) * T.Load(newest);
                for (nint unit = T.Count; unit < stack->PaddedUnits; unit += T.Count)
                    T.Accumulate(row + unit, T.Load(newest + unit), ref sum);
                row += stack->PaddedUnits;
                destination[channel * stack->DestinationStride + tick - top] = T.Sum(sum) + *row++;
            }
        }
    }
}
