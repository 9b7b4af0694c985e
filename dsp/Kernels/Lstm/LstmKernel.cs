using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;

namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// One LSTM layer, one sample: lanes run over hidden units, and the four gates of a unit sit in the same lane of four registers, so that
/// the cell update needs no shuffles. The hidden size is padded to whole registers; padding has zero weights and stays zero.
/// </summary>
internal static unsafe class LstmKernel<T>
    where T : struct, ILanes<T>
{
    /// <summary>Gates per unit: input, forget, cell, output.</summary>
    public const int Gates = 4;

    /// <summary>
    /// [i f g o] = W [x; h] + b; c = sigmoid(f) c + sigmoid(i) tanh(g); h = sigmoid(o) tanh(c). [audio-thread]
    /// </summary>
    /// <param name="weights">Per register of units: bias[gate], then for every input and every hidden unit w[gate], each one register.</param>
    /// <param name="input">x[input].</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="hidden">h[unit] of the previous sample.</param>
    /// <param name="units">Hidden units that are real, padding not counted.</param>
    /// <param name="registers">Registers of units.</param>
    /// <param name="cell">c[unit], updated.</param>
    /// <param name="output">h[unit] of this sample; not the same memory as <paramref name="hidden"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(float* weights, float* input, int inputs, float* hidden, int units, int registers, float* cell, float* output)
    {
        for (nint unit = 0; unit < registers * T.Count; unit += T.Count)
        {
            T i = T.Load(weights), f = T.Load(weights + T.Count), g = T.Load(weights + 2 * T.Count), o = T.Load(weights + 3 * T.Count);
            weights += Gates * T.Count;
            Accumulate(ref weights, input, inputs, ref i, ref f, ref g, ref o);
            Accumulate(ref weights, hidden, units, ref i, ref f, ref g, ref o);

            var c = T.MultiplyAdd(Sigmoid<T>.Apply(f, null), T.Load(cell + unit), Sigmoid<T>.Apply(i, null) * Tanh<T>.Apply(g, null));
            T.Store(cell + unit, c);
            T.Store(output + unit, Sigmoid<T>.Apply(o, null) * Tanh<T>.Apply(c, null));
        }
    }

    /// <summary>bias + weights . h over all registers. [audio-thread]</summary>
    public static float Dot(float* weights, float* hidden, int registers)
    {
        var sum = T.Broadcast(0f);
        for (nint unit = 0; unit < registers * T.Count; unit += T.Count)
            sum = T.MultiplyAdd(T.Load(weights + unit), T.Load(hidden + unit), sum);
        return T.Sum(sum);
    }

    // Two sets of sums, because one multiply-add per gate and input would wait for its predecessor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(ref float* weights, float* vector, int count, ref T i, ref T f, ref T g, ref T o)
    {
        T i2 = T.Broadcast(0f), f2 = i2, g2 = i2, o2 = i2;
        var index = 0;
        for (; index + 1 < count; index += 2)
        {
            var x = T.Broadcast(vector[index]);
            i = T.MultiplyAdd(T.Load(weights), x, i);
            f = T.MultiplyAdd(T.Load(weights + T.Count), x, f);
            g = T.MultiplyAdd(T.Load(weights + 2 * T.Count), x, g);
            o = T.MultiplyAdd(T.Load(weights + 3 * T.Count), x, o);
            x = T.Broadcast(vector[index + 1]);
            i2 = T.MultiplyAdd(T.Load(weights + 4 * T.Count), x, i2);
            f2 = T.MultiplyAdd(T.Load(weights + 5 * T.Count), x, f2);
            g2 = T.MultiplyAdd(T.Load(weights + 6 * T.Count), x, g2);
            o2 = T.MultiplyAdd(T.Load(weights + 7 * T.Count), x, o2);
            weights += 2 * Gates * T.Count;
        }

        if (index < count)
        {
            var x = T.Broadcast(vector[index]);
            i2 = T.MultiplyAdd(T.Load(weights), x, i2);
            f2 = T.MultiplyAdd(T.Load(weights + T.Count), x, f2);
            g2 = T.MultiplyAdd(T.Load(weights + 2 * T.Count), x, g2);
            o2 = T.MultiplyAdd(T.Load(weights + 3 * T.Count), x, o2);
            weights += Gates * T.Count;
        }

        i += i2;
        f += f2;
        g += g2;
        o += o2;
    }
}
