using System.Runtime.CompilerServices;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>Kernels that touch one plane at a time. All round the frames up to whole registers. [audio-thread]</summary>
internal static unsafe class PlaneKernels<T>
    where T : struct, ILanes<T>
{
    /// <summary>destination = f(source), and sum = or += destination, for all planes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TPointwise>(PlanePass* pass)
        where TPointwise : struct, IPointwise<T>
    {
        float* source = pass->Source, destination = pass->Destination, sum = pass->Sum, parameters = pass->Parameters;
        var hasSum = sum != null;
        for (var channel = pass->Channels; channel > 0; channel--)
        {
            for (var frame = pass->FirstFrame; frame < pass->EndFrame; frame += T.Count)
            {
                var value = TPointwise.Apply(T.Load(source + frame), parameters);
                T.Store(destination + frame, value);
                if (!hasSum)
                    continue;
                if (!pass->StartsSum)
                    T.Add(sum + frame, ref value);
                T.Store(sum + frame, value);
            }

            source += pass->SourceStride;
            destination += pass->DestinationStride;
            sum += pass->SumStride;
            parameters += TPointwise.ParameterCount;
        }
    }

    /// <summary>destination = source * scale (+ shift) (+ addend); null pointers are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Modulate(float* source, float* scale, float* shift, float* addend, float* destination, int frames)
    {
        for (nint frame = 0; frame < frames; frame += T.Count)
        {
            var value = T.Load(source + frame) * T.Load(scale + frame);
            if (shift != null)
                value += T.Load(shift + frame);
            if (addend != null)
                value += T.Load(addend + frame);
            T.Store(destination + frame, value);
        }
    }

    /// <summary>destination = destination * gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* gate, float* destination, int frames)
    {
        for (nint frame = 0; frame < frames; frame += T.Count)
            T.Store(destination + frame, T.Load(destination + frame) * T.Load(gate + frame));
    }

    /// <summary>destination = gate * destination + (1 - gate) * bypass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend(float* gate, float* bypass, float* destination, int frames)
    {
        for (nint frame = 0; frame < frames; frame += T.Count)
        {
            var g = T.Load(gate + frame);
            var dry = (T.Broadcast(1f) - g) * T.Load(bypass + frame);
            T.Store(destination + frame, T.MultiplyAdd(g, T.Load(destination + frame), dry));
        }
    }

    /// <summary>sum = source, or sum += source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(float* source, float* sum, bool startsSum, int frames)
    {
        for (nint frame = 0; frame < frames; frame += T.Count)
        {
            var value = T.Load(source + frame);
            T.Store(sum + frame, startsSum ? value : T.Load(sum + frame) + value);
        }
    }
}
