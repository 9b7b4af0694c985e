using BenchmarkDotNet.Attributes;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Bench;

/// <summary>Pointwise functions over one plane of 64 samples, the block that the project's figures refer to; the time is per sample.</summary>
/// <typeparam name="T">The register.</typeparam>
[GenericTypeArguments(typeof(Scalar))]
[GenericTypeArguments(typeof(Wide128))]
[GenericTypeArguments(typeof(Wide256))]
[GenericTypeArguments(typeof(Wide512))]
public unsafe class PointwiseBenchmarks<T> : IDisposable
    where T : struct, ILanes<T>
{
    private const int Frames = 64;
    private readonly NativeBuffer<float> _input = new(Frames);
    private readonly NativeBuffer<float> _output = new(Frames);

    public PointwiseBenchmarks()
    {
        for (var frame = 0; frame < Frames; frame++)
            _input[frame] = ((frame * 37 % Frames) - (Frames / 2)) / 8f;
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public void Tanh() => Map<Tanh<T>>();

    [Benchmark(OperationsPerInvoke = Frames)]
    public void RationalTanh() => Map<RationalTanh<T>>();

    [Benchmark(OperationsPerInvoke = Frames)]
    public void Sigmoid() => Map<Sigmoid<T>>();

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Map<TPointwise>()
        where TPointwise : struct, IPointwise<T>
    {
        for (nint frame = 0; frame < Frames; frame += T.Count)
            T.Store(_output.Pointer + frame, TPointwise.Apply(T.Load(_input.Pointer + frame), null));
    }
}
