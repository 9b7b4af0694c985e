using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>Turns a run-time choice of activation into a type argument.</summary>
internal interface IPointwiseVisitor<T, out TResult>
    where T : struct, ILanes<T>
{
    /// <summary>Called with the struct that computes the chosen function.</summary>
    TResult Visit<TPointwise>()
        where TPointwise : struct, IPointwise<T>;
}
