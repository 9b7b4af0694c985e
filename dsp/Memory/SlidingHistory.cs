namespace NamPlugin.Dsp.Memory;

/// <summary>
/// The most recent samples of a stream, always in one piece: blocks are appended until the buffer is full, then the part still needed slides
/// back to its front. A filter can so read its whole past without ever testing for a wrap.
/// </summary>
public sealed unsafe class SlidingHistory : IDisposable
{
    /// <summary>Floats behind the newest sample that may be read (never trusted), so that vectors need no tail.</summary>
    public const int ReadableBehind = 16;

    private readonly NativeBuffer<float> _buffer;
    private readonly int _past;
    private readonly int _capacity;
    private int _end;

    /// <summary>Makes room. [main-thread]</summary>
    /// <param name="pastSamples">How far back a reader looks from the first sample of an appended block.</param>
    /// <param name="blockSamples">The longest block that is ever appended at once.</param>
    public SlidingHistory(int pastSamples, int blockSamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pastSamples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSamples);
        _past = pastSamples;
        BlockSamples = blockSamples;
        // Sliding once per `past` samples costs at most one copy per sample.
        _capacity = checked(pastSamples + Math.Max(blockSamples, pastSamples));
        _buffer = new NativeBuffer<float>(checked(_capacity + ReadableBehind));
        Reset();
    }

    /// <summary>The longest block that <see cref="Append"/> takes.</summary>
    public int BlockSamples { get; }

    /// <summary>The sample appended last, or the last of the pretended past; moves with every <see cref="Append"/>.</summary>
    public float* Newest => _buffer.Pointer + _end - 1;

    /// <summary>Adds a block and returns where it begins; the samples before it lie at negative offsets. [audio-thread]</summary>
    /// <param name="block">x[time].</param>
    /// <param name="count">At most <see cref="BlockSamples"/>.</param>
    public float* Append(float* block, int count)
    {
        if (_end + count > _capacity)
        {
            new ReadOnlySpan<float>(_buffer.Pointer + _end - _past, _past).CopyTo(_buffer.Span);
            _end = _past;
        }

        var begin = _buffer.Pointer + _end;
        new ReadOnlySpan<float>(block, count).CopyTo(new Span<float>(begin, count));
        _end += count;
        return begin;
    }

    /// <summary>Pretends that the past was one constant, silence unless told otherwise. [audio-thread]</summary>
    public void Reset(float value = 0)
    {
        new Span<float>(_buffer.Pointer, _past).Fill(value);
        _end = _past;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
