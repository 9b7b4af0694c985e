using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>The one table from the format's activations to the structs that compute them.</summary>
internal static class PointwiseFunctions
{
    /// <summary>Hands the struct for <paramref name="kind"/> (null: <see cref="Identity{T}"/>) to <paramref name="visitor"/>. [main-thread]</summary>
    public static TResult Visit<T, TResult, TVisitor>(ActivationKind? kind, TVisitor visitor)
        where T : struct, ILanes<T>
        where TVisitor : struct, IPointwiseVisitor<T, TResult> => kind switch
        {
            null => visitor.Visit<Identity<T>>(),
            ActivationKind.Tanh => visitor.Visit<Tanh<T>>(),
            ActivationKind.Hardtanh => visitor.Visit<Hardtanh<T>>(),
            ActivationKind.Fasttanh => visitor.Visit<RationalTanh<T>>(),
            ActivationKind.ReLU => visitor.Visit<Relu<T>>(),
            ActivationKind.LeakyReLU or ActivationKind.PReLU => visitor.Visit<LeakyRelu<T>>(),
            ActivationKind.Sigmoid => visitor.Visit<Sigmoid<T>>(),
            ActivationKind.SiLU => visitor.Visit<Silu<T>>(),
            ActivationKind.Hardswish => visitor.Visit<Hardswish<T>>(),
            ActivationKind.LeakyHardtanh => visitor.Visit<LeakyHardtanh<T>>(),
            ActivationKind.Softsign => visitor.Visit<Softsign<T>>(),
            _ => throw new NotSupportedException($"No kernel computes the activation {kind}."),
        };

    /// <summary>The parameters of <paramref name="rows"/> channels from <paramref name="firstRow"/> on, laid out one channel after the other.</summary>
    public static float[] ParametersPerRow(Activation? activation, int firstRow, int rows)
    {
        if (activation is not { } function || function.Parameters.IsDefaultOrEmpty)
            return [];
        // Per-channel lists wrap around; everything else repeats its parameters for every channel.
        var isPerChannel = function.Kind is ActivationKind.LeakyReLU or ActivationKind.PReLU;
        var parameters = new float[isPerChannel ? rows : rows * function.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = function.Parameters[((isPerChannel ? firstRow : 0) + i) % function.Parameters.Length];
        return parameters;
    }
}
