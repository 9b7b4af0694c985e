using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// Measures what one value of a pointwise function costs in a network that does nothing else: each step reads planes from the first-level cache and
/// writes planes there. Two networks that differ in the number of steps alone leave out what comes with every block.
/// </summary>
internal sealed unsafe class ActivationMeter : IDisposable
{
    private const int FewSteps = 1;
    private const int ManySteps = 17;
    private const int Repetitions = 9;
    private const double RunNanoseconds = 150_000;

    // One chunk of a program.
    private const int Frames = 64;

    // Few planes cost the call, many the way to the cache: 32 of them are 8 KiB in and 8 KiB out.
    private static readonly int[] PlaneCounts = [4, 16, 32];

    private readonly PlaneSet _input = new(PlaneCounts[^1], Frames);
    private readonly PlaneSet _output = new(PlaneCounts[^1], Frames);

    private bool _isCompiled;

    /// <summary>Prepares arguments from -4 to 4, where functions have their bends.</summary>
    public ActivationMeter()
    {
        for (var channel = 0; channel < _input.Channels; channel++)
        {
            for (var frame = 0; frame < Frames; frame++)
                _input[channel][frame] = ((((frame * 37) + (channel * 11)) % 64) - 32) / 8f;
        }
    }

    /// <summary>Nanoseconds for one value, load and store included, at the best number of planes.</summary>
    public double NanosecondsPerValue(ActivationKind kind)
    {
        var best = double.MaxValue;
        foreach (var planes in PlaneCounts)
            best = Math.Min(best, NanosecondsPerValue(kind, planes));
        return best;
    }

    /// <summary>Frees the planes.</summary>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    private double NanosecondsPerValue(ActivationKind kind, int planes)
    {
        using var few = Compile(kind, planes, FewSteps);
        using var many = Compile(kind, planes, ManySteps);
        using var fewState = new NativeBuffer<byte>(few.StateBytes);
        using var manyState = new NativeBuffer<byte>(many.StateBytes);
        few.Reset(fewState.Pointer);
        many.Reset(manyState.Pointer);
        if (!_isCompiled)
            JustInTimeCompiler.Await(() => Time(many, manyState, JustInTimeCompiler.CallsToBeNoticed));
        _isCompiled = true;
        var calls = Math.Max(1, (int)(64 * RunNanoseconds / Time(many, manyState, calls: 64)));
        var differences = new double[Repetitions];
        for (var repetition = 0; repetition < Repetitions; repetition++)
            differences[repetition] = Time(many, manyState, calls) - Time(few, fewState, calls);
        return Statistics.Median(differences) / ((double)calls * (ManySteps - FewSteps) * planes * Frames);
    }

    private double Time(NetworkProgram program, NativeBuffer<byte> state, int calls)
    {
        var start = ThreadClock.Nanoseconds;
        for (var call = 0; call < calls; call++)
            program.Process(state.Pointer, _input.Planes, _output.Planes, Frames);
        return ThreadClock.Nanoseconds - start;
    }

    // Every step computes the same planes anew from the input, so that all of them see the same arguments.
    private static NetworkProgram Compile(ActivationKind kind, int planes, int steps)
    {
        using var builder = new PlanBuilder(expectedConstants: 0);
        var input = builder.NewSignal("input", planes);
        var output = builder.NewSignal("output", planes);
        for (var step = 0; step < steps; step++)
            builder.Add(new ActivationOperation { Destination = output, Source = input, Activation = Activation.WithDefaults(kind) });
        using var plan = builder.Build(input, output, receptiveFieldSamples: 1, prewarmSamples: 0);
        return NetworkProgram.Compile(plan, LaneWidths.Widest);
    }
}
