using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>A network of one pointwise function, computed by several steps one after the other, with its state and planes.</summary>
internal sealed unsafe class ActivationChain : IDisposable
{
    // One chunk of a program.
    private const int Frames = 64;

    private readonly NetworkProgram _program;
    private readonly NativeBuffer<byte> _state;
    private readonly PlaneSet _input;
    private readonly PlaneSet _output;

    /// <summary>Compiles it.</summary>
    public ActivationChain(ActivationKind kind, int planes, int steps)
    {
        _program = Compile(kind, planes, steps);
        _state = new NativeBuffer<byte>(_program.StateBytes);
        _input = new PlaneSet(planes, Frames);
        _output = new PlaneSet(planes, Frames);
        _program.Reset(_state.Pointer);
        ValuesPerCall = steps * planes * Frames;

        // From -4 to 4, where functions have their bends.
        for (var channel = 0; channel < planes; channel++)
        {
            for (var frame = 0; frame < Frames; frame++)
                _input[channel][frame] = ((((frame * 37) + (channel * 11)) % 64) - 32) / 8f;
        }
    }

    /// <summary>Values of the function that <see cref="Process"/> computes.</summary>
    public int ValuesPerCall { get; }

    /// <summary>Computes them.</summary>
    public void Process() => _program.Process(_state.Pointer, _input.Planes, _output.Planes, Frames);

    /// <summary>Frees everything.</summary>
    public void Dispose()
    {
        _program.Dispose();
        _state.Dispose();
        _input.Dispose();
        _output.Dispose();
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
