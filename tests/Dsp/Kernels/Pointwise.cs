using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Kernels;

/// <summary>Applies one activation of one lane width to many arguments.</summary>
internal static unsafe class Pointwise
{
    public static float[] Apply(LaneWidth lanes, Activation activation, float[] x) => lanes switch
    {
        LaneWidth.Wide512 => Apply<Wide512>(activation, x),
        LaneWidth.Wide256 => Apply<Wide256>(activation, x),
        LaneWidth.Wide128 => Apply<Wide128>(activation, x),
        _ => Apply<Scalar>(activation, x),
    };

    private static float[] Apply<T>(Activation activation, float[] x)
        where T : struct, ILanes<T> => activation.Kind switch
        {
            ActivationKind.Tanh => Map<T, Tanh<T>>(activation, x),
            ActivationKind.Hardtanh => Map<T, Hardtanh<T>>(activation, x),
            ActivationKind.Fasttanh => Map<T, RationalTanh<T>>(activation, x),
            ActivationKind.ReLU => Map<T, Relu<T>>(activation, x),
            ActivationKind.LeakyReLU or ActivationKind.PReLU => Map<T, LeakyRelu<T>>(activation, x),
            ActivationKind.Sigmoid => Map<T, Sigmoid<T>>(activation, x),
            ActivationKind.SiLU => Map<T, Silu<T>>(activation, x),
            ActivationKind.Hardswish => Map<T, Hardswish<T>>(activation, x),
            ActivationKind.LeakyHardtanh => Map<T, LeakyHardtanh<T>>(activation, x),
            ActivationKind.Softsign => Map<T, Softsign<T>>(activation, x),
            _ => throw new NotSupportedException(activation.Kind.ToString()),
        };

    private static float[] Map<T, TPointwise>(Activation activation, float[] x)
        where T : struct, ILanes<T>
        where TPointwise : struct, IPointwise<T>
    {
        var padded = new float[(x.Length + T.Count - 1) / T.Count * T.Count];
        x.CopyTo(padded, 0);
        var y = new float[padded.Length];
        fixed (float* source = padded, destination = y, parameters = (float[])[.. activation.Parameters, 0])
        {
            for (var i = 0; i < padded.Length; i += T.Count)
                T.Store(destination + i, TPointwise.Apply(T.Load(source + i), parameters));
        }

        return y[..x.Length];
    }
}
