using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Cli.Bench;

/// <summary>
/// Instances of one program, each with a state and a place in the recording of its own, as the tracks of a session have them. They are played in
/// turn, so that each finds the caches as the others have left them, and all in blocks of one size, because where in their memory they write
/// depends on what they were given before.
/// </summary>
internal sealed unsafe class Ensemble : IDisposable
{
    private const int RecordingFrames = 8192;

    // Steps of no common divisor with the recording's length, so that no two instances play the same.
    private const int PhaseFrames = 1237;

    private readonly NetworkProgram _program;
    private readonly NativeBuffer<byte>[] _states;
    private readonly int[] _positions;
    private readonly PlaneSet _input;
    private readonly PlaneSet _output;
    private readonly NativeBuffer<nint> _planes;

    /// <summary>Makes the instances, reset.</summary>
    public Ensemble(NetworkProgram program, int instances, int block)
    {
        _program = program;
        Block = block;
        _states = new NativeBuffer<byte>[instances];
        _positions = new int[instances];
        for (var instance = 0; instance < instances; instance++)
        {
            _states[instance] = new NativeBuffer<byte>(program.StateBytes);
            _positions[instance] = instance * PhaseFrames % RecordingFrames;
            program.Reset(_states[instance].Pointer);
        }

        _input = new PlaneSet(program.InputChannels, RecordingFrames + block);
        _output = new PlaneSet(program.OutputChannels, block);
        _planes = new NativeBuffer<nint>(program.InputChannels);
        for (var channel = 0; channel < program.InputChannels; channel++)
            Strum.Fill(_input[channel], RecordingFrames);
    }

    /// <summary>Frames that every instance is given at a time.</summary>
    public int Block { get; }

    /// <summary>The block that was played last, first channel.</summary>
    public ReadOnlySpan<float> LastOutput => _output[0];

    /// <summary>Gives each of the first instances a block, and that several times.</summary>
    public void Play(int instances, int rounds)
    {
        var output = _output.Planes;
        var input = (float**)_planes.Pointer;
        for (var round = 0; round < rounds; round++)
        {
            for (var instance = 0; instance < instances; instance++)
            {
                ref var position = ref _positions[instance];
                for (var channel = 0; channel < _input.Channels; channel++)
                    input[channel] = _input.Planes[channel] + position;
                _program.Process(_states[instance].Pointer, input, output, Block);
                position += Block;
                if (position >= RecordingFrames)
                    position %= RecordingFrames;
            }
        }
    }

    /// <summary>Frees everything but the program.</summary>
    public void Dispose()
    {
        foreach (var state in _states)
            state.Dispose();
        _input.Dispose();
        _output.Dispose();
        _planes.Dispose();
    }
}
