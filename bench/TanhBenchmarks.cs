using BenchmarkDotNet.Attributes;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Bench;

/// <summary>tanh over one plane of 64 samples, the block that the project's figures refer to; the time is per sample.</summary>
/// <typeparam name="T">The register.</typeparam>
[GenericTypeArguments(typeof(Scalar))]
[GenericTypeArguments(typeof(Wide128))]
[GenericTypeArguments(typeof(Wide256))]
[GenericTypeArguments(typeof(Wide512))]
public unsafe class TanhBenchmarks<T> : IDisposable
    where T : struct, ILanes<T>
{
    private const int Frames = 64;
    private readonly NativeBuffer<float> _input = new(Frames);
    private readonly NativeBuffer<float> _output = new(Frames);

    public TanhBenchmarks()
    {
        for (var frame = 0; frame < Frames; frame++)
            _input[frame] = ((frame * 37 % Frames) - (Frames / 2)) / 8f;
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public void Accurate()
    {
        for (nint frame = 0; frame < Frames; frame += T.Count)
            T.Store(_output.Pointer + frame, Tanh<T>.Apply(T.Load(_input.Pointer + frame), null));
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public void Rational()
    {
        for (nint frame = 0; frame < Frames; frame += T.Count)
            T.Store(_output.Pointer + frame, RationalTanh<T>.Apply(T.Load(_input.Pointer + frame), null));
    }

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        GC.SuppressFinalize(this);
    }
}
