using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// What one instance remembers. When its input has been silent for so long that nothing in it changes any more, it answers with the constant that it
/// has arrived at, and computes again from the first sample that is not zero: the output is the same to the bit, for nearly nothing.
/// </summary>
internal sealed unsafe class NetworkState : IDisposable
{
    // How often feedback is asked whether it has come to rest.
    private const int LookEveryFrames = 1024;

    private readonly NativeBuffer<byte> _state;
    private readonly NativeBuffer<byte> _earlier;
    private readonly NativeBuffer<float> _restingOutput;
    private int _silentFrames;
    private int _lookedAtFrames;
    private bool _isAtRest;

    /// <summary>Makes room for any of the programs; the first to use it calls <see cref="Reset"/>. [main-thread]</summary>
    public NetworkState(ReadOnlySpan<NetworkProgram> programs)
    {
        var (bytes, feedbackBytes, outputs) = (0, 0, 0);
        foreach (var program in programs)
        {
            bytes = Math.Max(bytes, program.StateBytes);
            feedbackBytes = Math.Max(feedbackBytes, program.SettlingFrames is null ? program.StateBytes : 0);
            outputs = Math.Max(outputs, program.OutputChannels);
        }

        _state = new NativeBuffer<byte>(bytes);
        _earlier = new NativeBuffer<byte>(feedbackBytes);
        _restingOutput = new NativeBuffer<float>(outputs);
    }

    /// <summary>Bytes that it occupies.</summary>
    public int Bytes => _state.Length + _earlier.Length;

    /// <summary>Whether nothing is computed until sound comes in. [audio-thread]</summary>
    public bool IsAtRest => _isAtRest;

    /// <summary>Becomes the state of a program after an endless silence. [audio-thread]</summary>
    public void Reset(NetworkProgram program)
    {
        program.Reset(_state.Pointer);
        _silentFrames = _lookedAtFrames = 0;
        _isAtRest = false;
    }

    /// <summary>Processes any number of frames by the program it was reset for; input and output planes may be the same memory. [audio-thread]</summary>
    /// <param name="program">The program.</param>
    /// <param name="input">x[channel][time].</param>
    /// <param name="output">y[channel][time].</param>
    /// <param name="frames">Length of every plane.</param>
    public void Process(NetworkProgram program, float** input, float** output, int frames)
    {
        var silentAtEnd = frames;
        for (var channel = 0; channel < program.InputChannels && silentAtEnd > 0; channel++)
            silentAtEnd = Math.Min(silentAtEnd, frames - 1 - new ReadOnlySpan<float>(input[channel], frames).LastIndexOfAnyExcept(0f));
        if (_isAtRest && silentAtEnd == frames)
        {
            for (var channel = 0; channel < program.OutputChannels; channel++)
                new Span<float>(output[channel], frames).Fill(_restingOutput[channel]);
            return;
        }

        if (silentAtEnd < frames)
            _silentFrames = _lookedAtFrames = 0;
        _silentFrames = (int)Math.Min((long)_silentFrames + silentAtEnd, int.MaxValue - 1);
        if (program.SettlingFrames is { } settling)
        {
            program.Process(_state.Pointer, input, output, frames);
            _isAtRest = _silentFrames >= settling;
        }
        else
        {
            _isAtRest = ProcessFeedback(program, input, output, frames);
        }

        for (var channel = 0; _isAtRest && channel < program.OutputChannels; channel++)
            _restingOutput[channel] = output[channel][frames - 1];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _state.Dispose();
        _earlier.Dispose();
        _restingOutput.Dispose();
    }

    // At rest is what one more sample of silence leaves as it is; looked at every now and then.
    private bool ProcessFeedback(NetworkProgram program, float** input, float** output, int frames)
    {
        if (_silentFrames - _lookedAtFrames < LookEveryFrames)
        {
            program.Process(_state.Pointer, input, output, frames);
            return false;
        }

        _lookedAtFrames = _silentFrames;
        var lastInput = stackalloc float*[program.InputChannels];
        var lastOutput = stackalloc float*[program.OutputChannels];
        for (var channel = 0; channel < program.InputChannels; channel++)
            lastInput[channel] = input[channel] + frames - 1;
        for (var channel = 0; channel < program.OutputChannels; channel++)
            lastOutput[channel] = output[channel] + frames - 1;
        program.Process(_state.Pointer, input, output, frames - 1);
        var contents = _state.Span[program.PositionBytes..program.StateBytes];
        var earlier = _earlier.Span[..contents.Length];
        contents.CopyTo(earlier);
        program.Process(_state.Pointer, lastInput, lastOutput, 1);
        return contents.SequenceEqual(earlier);
    }
}
