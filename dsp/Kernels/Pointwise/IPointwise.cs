using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>
/// A function of one sample, applied to whole registers. Implementations are empty structs: a kernel takes one as a type argument and the
/// compiler inlines it at the store.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
public unsafe interface IPointwise<T>
    where T : struct, ILanes<T>
{
    /// <summary>Floats that each channel brings as parameters; a compile-time constant.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>f(x) in every lane.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="parameters">This channel's <see cref="ParameterCount"/> floats.</param>
    static abstract T Apply(T x, float* parameters);
}
