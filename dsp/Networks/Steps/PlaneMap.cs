using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>One activation with its per-channel parameters, ready to run over planes.</summary>
internal sealed unsafe class PlaneMap<T>(Activation activation, int channels) : IDisposable
    where T : struct, ILanes<T>
{
    private readonly NativeBuffer<float> _parameters = NativeBuffer<float>.CopyOf(PointwiseFunctions.ParametersPerRow(activation, firstRow: 0, channels));
    private readonly delegate*<float*, float*, float*, int, void> _kernel =
        (delegate*<float*, float*, float*, int, void>)PointwiseFunctions.Visit<T, nint, Kernel>(activation.Kind, default);

    /// <summary>destination[channel] = f(source[channel]). [audio-thread]</summary>
    public void Apply(float* source, int sourceStride, float* destination, int destinationStride, int frames)
    {
        var parametersPerChannel = _parameters.Length / channels;
        for (var channel = 0; channel < channels; channel++)
            _kernel(source + channel * sourceStride, destination + channel * destinationStride, _parameters.Pointer + channel * parametersPerChannel, frames);
    }

    /// <summary>Frees the parameters. [main-thread]</summary>
    public void Dispose() => _parameters.Dispose();

    private readonly struct Kernel : IPointwiseVisitor<T, nint>
    {
        public nint Visit<TPointwise>()
            where TPointwise : struct, IPointwise<T> =>
            (nint)(delegate*<float*, float*, float*, int, void>)&PlaneKernels<T>.Map<TPointwise>;
    }
}
