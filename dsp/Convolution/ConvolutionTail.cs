namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// Everything of a convolution behind its first <see cref="ConvolutionKernel.SlotSamples"/> taps, for one channel, working in memory that
/// belongs to somebody else. Zeroed memory is a convolver that has heard nothing yet. What depends on the stream alone is decided by the
/// position in the stream, never by the blocks: a caller gives and takes at most up to the end of a slot.
/// </summary>
internal sealed unsafe class ConvolutionTail
{
    // A long for the position, padded to a cache line.
    private const int HeaderFloats = 16;

    private readonly ConvolutionKernel _kernel;
    private readonly int _inputFloats;
    private readonly int _outputFloats;
    private readonly int[] _levelOffsets;

    /// <summary>Lays out the memory. [main-thread]</summary>
    /// <param name="kernel">The prepared impulse response; it must outlive this object.</param>
    public ConvolutionTail(ConvolutionKernel kernel)
    {
        _kernel = kernel;
        // A level reads two blocks while a third arrives, and writes no further ahead than two blocks.
        _inputFloats = 4 * kernel.LargestBlockSamples;
        _outputFloats = 2 * kernel.LargestBlockSamples;
        _levelOffsets = new int[kernel.Levels.Length];
        MemoryFloats = HeaderFloats + _inputFloats + _outputFloats;
        for (var level = 0; level < _levelOffsets.Length; level++)
        {
            _levelOffsets[level] = MemoryFloats;
            MemoryFloats = checked(MemoryFloats + ((ConvolutionLevelState.FloatsFor(kernel.Levels[level]) + 15) / 16 * 16));
        }
    }

    /// <summary>Floats of memory that one channel needs, aligned to a cache line.</summary>
    public int MemoryFloats { get; }

    /// <summary>Whether there is anything behind the first taps.</summary>
    public bool IsEmpty => _levelOffsets.Length == 0;

    /// <summary>Forgets the past. Costs the same for every impulse response: old spectra are not cleared but no longer looked at. [audio-thread]</summary>
    public void Reset(float* memory) => new Span<float>(memory, HeaderFloats + _inputFloats + _outputFloats).Clear();

    /// <summary>Samples until the slot ends, at most which many are given and taken at a time. [audio-thread]</summary>
    public static int SamplesLeftInSlot(float* memory) => ConvolutionKernel.SlotSamples - (int)(Position(memory) % ConvolutionKernel.SlotSamples);

    /// <summary>Gives input, and at the start of a slot does the slot's work. [audio-thread]</summary>
    public void Give(float* memory, float* input, int count)
    {
        var position = Position(memory);
        var ring = memory + HeaderFloats;
        if (position % ConvolutionKernel.SlotSamples == 0)
        {
            for (var level = 0; level < _levelOffsets.Length; level++)
            {
                new ConvolutionLevelState(_kernel.Levels[level], memory + _levelOffsets[level])
                    .Work(position, ring, _inputFloats - 1, ring + _inputFloats, _outputFloats - 1);
            }
        }

        new ReadOnlySpan<float>(input, count).CopyTo(new Span<float>(ring + (int)(position & (_inputFloats - 1)), count));
    }

    /// <summary>Adds the part of the output that belongs to the input given last. [audio-thread]</summary>
    public void AddTo(float* memory, float* output, int count)
    {
        var position = Position(memory);
        var tail = memory + HeaderFloats + _inputFloats + (int)(position & (_outputFloats - 1));
        for (var n = 0; n < count; n++)
        {
            output[n] += tail[n];
            tail[n] = 0;
        }

        Position(memory) = position + count;
    }

    private static ref long Position(float* memory) => ref *(long*)memory;
}
