namespace NamPlugin.Dsp.Networks;

/// <summary>One instance of a model at one width: a shared program and a state of its own.</summary>
public sealed unsafe class Network : AudioNetwork
{
    private readonly NetworkProgram _program;
    private readonly NetworkState _state;

    /// <summary>Makes an instance, reset and ready. The program is borrowed and must outlive it. [main-thread]</summary>
    public Network(NetworkProgram program)
    {
        _program = program;
        _state = new NetworkState([program]);
        Reset();
    }

    /// <inheritdoc/>
    public override int InputChannels => _program.InputChannels;

    /// <inheritdoc/>
    public override int OutputChannels => _program.OutputChannels;

    /// <summary>Whether it has settled in silence and computes nothing until sound comes in. [audio-thread]</summary>
    public bool IsAtRest => _state.IsAtRest;

    /// <inheritdoc/>
    public override void Reset() => _state.Reset(_program);

    /// <inheritdoc/>
    public override void Process(float** input, float** output, int frames) => _state.Process(_program, input, output, frames);

    /// <summary>Frees the state, not the program. [main-thread]</summary>
    public override void Dispose() => _state.Dispose();
}
