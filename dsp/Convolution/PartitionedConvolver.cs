using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// One channel of convolution with an impulse response of any length, without delay. Its work is tied to the position in the stream, every 64
/// samples an even share, so the output is the same to the bit however the stream is cut into blocks, and no short block is a costly one.
/// </summary>
public sealed unsafe class PartitionedConvolver : IDisposable
{
    private readonly FirFilter _head;
    private readonly ConvolutionTail _tail;
    private readonly NativeBuffer<float> _memory;

    /// <summary>Makes room for one channel. [main-thread]</summary>
    /// <param name="kernel">The prepared impulse response; it must outlive this convolver.</param>
    public PartitionedConvolver(ConvolutionKernel kernel)
    {
        _head = new FirFilter(kernel.Head);
        _tail = new ConvolutionTail(kernel);
        _memory = new NativeBuffer<float>(_tail.MemoryFloats);
    }

    /// <summary>Forgets the past. Costs the same for every impulse response. [audio-thread]</summary>
    public void Reset()
    {
        _head.Reset();
        _tail.Reset(_memory.Pointer);
    }

    /// <summary>Convolves a block; the two planes may be the same. [audio-thread]</summary>
    /// <param name="input">x[time].</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of both, any number from 0 up.</param>
    public void Process(float* input, float* output, int frames)
    {
        if (_tail.IsEmpty)
        {
            _head.Process(input, output, frames);
            return;
        }

        for (var done = 0; done < frames;)
        {
            var count = Math.Min(frames - done, ConvolutionTail.SamplesLeftInSlot(_memory.Pointer));
            _tail.Give(_memory.Pointer, input + done, count);
            _head.Process(input + done, output + done, count);
            _tail.AddTo(_memory.Pointer, output + done, count);
            done += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _head.Dispose();
        _memory.Dispose();
    }
}
