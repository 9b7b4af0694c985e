using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// One channel of convolution with an impulse response of any length, without delay. Its work is tied to the position in the stream, every 64
/// samples an even share, so the output is the same to the bit however the stream is cut into blocks, and no short block is a costly one.
/// </summary>
public sealed unsafe class PartitionedConvolver : IDisposable
{
    private readonly FirFilter _head;
    private readonly ConvolutionLevelState[] _levels;
    private readonly NativeBuffer<float> _input;
    private readonly NativeBuffer<float> _output;
    private readonly int _inputMask;
    private readonly int _outputMask;
    private long _position;

    /// <summary>Makes room for one channel. [main-thread]</summary>
    /// <param name="kernel">The prepared impulse response; it must outlive this convolver.</param>
    public PartitionedConvolver(ConvolutionKernel kernel)
    {
        _head = new FirFilter(kernel.Head);
        _levels = new ConvolutionLevelState[kernel.Levels.Length];
        for (var level = 0; level < _levels.Length; level++)
            _levels[level] = new ConvolutionLevelState(kernel.Levels[level]);

        // A level reads two blocks while a third arrives, and writes no further ahead than two blocks.
        _input = new NativeBuffer<float>(4 * kernel.LargestBlockSamples);
        _output = new NativeBuffer<float>(2 * kernel.LargestBlockSamples);
        _inputMask = _input.Length - 1;
        _outputMask = _output.Length - 1;
    }

    /// <summary>Forgets the past. Costs the same for every impulse response: old spectra are not cleared but no longer looked at. [audio-thread]</summary>
    public void Reset()
    {
        _head.Reset();
        _input.Span.Clear();
        _output.Span.Clear();
        _position = 0;
    }

    /// <summary>Convolves a block; the two planes may be the same. [audio-thread]</summary>
    /// <param name="input">x[time].</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of both, any number from 0 up.</param>
    public void Process(float* input, float* output, int frames)
    {
        if (_levels.Length == 0)
        {
            _head.Process(input, output, frames);
            return;
        }

        for (var done = 0; done < frames;)
        {
            var phase = (int)(_position % ConvolutionKernel.SlotSamples);
            if (phase == 0)
            {
                foreach (var level in _levels)
                    level.Work(_position, _input.Pointer, _inputMask, _output.Pointer, _outputMask);
            }

            var count = Math.Min(frames - done, ConvolutionKernel.SlotSamples - phase);
            new ReadOnlySpan<float>(input + done, count).CopyTo(new Span<float>(_input.Pointer + (int)(_position & _inputMask), count));
            _head.Process(input + done, output + done, count);
            var tail = _output.Pointer + (int)(_position & _outputMask);
            for (var n = 0; n < count; n++)
            {
                output[done + n] += tail[n];
                tail[n] = 0;
            }

            done += count;
            _position += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _head.Dispose();
        _input.Dispose();
        _output.Dispose();
        foreach (var level in _levels)
            level.Dispose();
    }
}
