using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Networks;

/// <summary>One instance of a model at one width: a shared program and a state of its own.</summary>
public sealed unsafe class Network : INetwork
{
    private readonly NetworkProgram _program;
    private readonly NativeBuffer<byte> _state;

    /// <summary>Makes an instance, reset and ready. The program is borrowed and must outlive it. [main-thread]</summary>
    public Network(NetworkProgram program)
    {
        _program = program;
        _state = new NativeBuffer<byte>(program.StateBytes);
        Reset();
    }

    /// <inheritdoc/>
    public int InputChannels => _program.InputChannels;

    /// <inheritdoc/>
    public int OutputChannels => _program.OutputChannels;

    /// <inheritdoc/>
    public void Reset() => _program.Reset(_state.Pointer);

    /// <inheritdoc/>
    public void Process(float** input, float** output, int frames) => _program.Process(_state.Pointer, input, output, frames);

    /// <summary>Frees the state, not the program. [main-thread]</summary>
    public void Dispose() => _state.Dispose();
}
