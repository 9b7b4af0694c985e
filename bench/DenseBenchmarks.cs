using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Bench;

/// <summary>
/// The dense operation as a network runs it: a dilated convolution without an activation over 64 samples, by the shapes of common captures; the time
/// is per sample. Several of them in a row read the same signal, so that what comes with a block hardly counts.
/// </summary>
public unsafe class DenseBenchmarks : IDisposable
{
    private const int Frames = 64;
    private const int Operations = 16;

    private NetworkProgram? _program;
    private NativeBuffer<byte>? _state;
    private PlaneSet? _input;
    private PlaneSet? _output;

    /// <summary>Every register that this machine has.</summary>
    public static IEnumerable<LaneWidth> Widths => LaneWidths.Supported;

    [ParamsSource(nameof(Widths))]
    public LaneWidth Lanes { get; set; }

    /// <summary>Output channels x input channels x taps.</summary>
    [Params("16x16x3", "8x8x3", "4x4x3", "2x2x3", "8x8x6", "3x3x6", "12x12x6", "16x16x1")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        int[] shape = [.. Shape.Split('x').Select(int.Parse)];
        _program = Compile(shape[0], shape[1], shape[2]);
        _state = new NativeBuffer<byte>(_program.StateBytes);
        _program.Reset(_state.Pointer);
        _input = new PlaneSet(shape[1], Frames);
        _output = new PlaneSet(shape[0], Frames);
        var random = new Random(1);
        for (var channel = 0; channel < _input.Channels; channel++)
        {
            for (var frame = 0; frame < Frames; frame++)
                _input[channel][frame] = (float)(random.NextDouble() - 0.5);
        }
    }

    [Benchmark(OperationsPerInvoke = Frames * Operations)]
    public void Convolution() => _program!.Process(_state!.Pointer, _input!.Planes, _output!.Planes, Frames);

    [GlobalCleanup]
    public void Dispose()
    {
        _program?.Dispose();
        _state?.Dispose();
        _input?.Dispose();
        _output?.Dispose();
        GC.SuppressFinalize(this);
    }

    private NetworkProgram Compile(int rows, int channels, int taps)
    {
        var random = new Random(2);
        using var builder = new PlanBuilder(expectedConstants: rows * (channels * taps + 1));
        var input = builder.NewSignal("input", channels);
        var output = builder.NewSignal("output", rows);
        var bias = NewConstants(builder, rows, random);
        var terms = ImmutableArray.CreateBuilder<DenseTerm>(taps);
        for (var tap = 0; tap < taps; tap++)
            terms.Add(new DenseTerm(input, FirstChannel: 0, channels, DelaySamples: 4 * (taps - 1 - tap), NewConstants(builder, rows * channels, random)));
        var operation = new DenseOperation { Destination = output, Rows = rows, Terms = terms.MoveToImmutable(), Bias = bias };
        for (var i = 0; i < Operations; i++)
            builder.Add(operation);
        using var plan = builder.Build(input, output, receptiveFieldSamples: 1, prewarmSamples: 0);
        return NetworkProgram.Compile(plan, Lanes);
    }

    private static int NewConstants(PlanBuilder builder, int count, Random random)
    {
        var constants = builder.NewConstants(count, out var offset);
        foreach (ref var constant in constants)
            constant = (float)(random.NextDouble() - 0.5);
        return offset;
    }
}
