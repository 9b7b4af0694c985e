using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// An impulse response prepared for convolution without delay: the first 64 taps for a direct sum, the others as spectra in levels of
/// growing block size. Immutable, so any number of <see cref="PartitionedConvolver"/>s may share one; it must outlive them.
/// </summary>
/// <remarks>
/// Non-uniform partitions after W. G. Gardner, "Efficient convolution without input-output delay", JAES 43 (1995). A level with blocks of B
/// samples begins at tap 2 B - 64: once a block is complete, its transforms and products have B / 64 slots of 64 samples to be done in, the
/// first at once and the last just before the result is due. Blocks grow by four, six partitions to a level, so each level ends where the
/// next can begin, and the largest block carries all that is left.
/// </remarks>
public sealed class ConvolutionKernel : IDisposable
{
    /// <summary>Samples between two slots of work, and taps of the direct part.</summary>
    public const int SlotSamples = 64;

    private const int Growth = 4;
    private const int PartitionsPerLevel = 6;
    private const int LargestBlock = 16384;

    private readonly NativeBuffer<float> _head;
    private readonly ConvolutionLevel[] _levels;

    /// <summary>Prepares the taps. [main-thread]</summary>
    /// <param name="taps">h[i], at least one; h[0] multiplies the newest sample.</param>
    /// <exception cref="ArgumentException">There is no tap.</exception>
    public ConvolutionKernel(ReadOnlySpan<float> taps)
    {
        if (taps.IsEmpty)
            throw new ArgumentException("An impulse response has at least one tap.", nameof(taps));
        TapCount = taps.Length;
        _head = NativeBuffer<float>.CopyOf(taps[..Math.Min(taps.Length, SlotSamples)]);

        var levels = new List<ConvolutionLevel>();
        var start = SlotSamples;
        for (var block = SlotSamples; start < taps.Length; block *= Growth)
        {
            var rest = taps[start..];
            // A level that could finish alone with as many partitions again is cheaper than a further one.
            var isLast = block == LargestBlock || rest.Length <= 2 * PartitionsPerLevel * block;
            var count = isLast ? rest.Length : PartitionsPerLevel * block;
            levels.Add(new ConvolutionLevel(rest[..count], block));
            start += count;
        }

        _levels = [.. levels];
    }

    /// <summary>Number of taps.</summary>
    public int TapCount { get; }

    /// <summary>The taps of the direct part.</summary>
    internal ReadOnlySpan<float> Head => _head.Span;

    /// <summary>The levels, smallest block first.</summary>
    internal ReadOnlySpan<ConvolutionLevel> Levels => _levels;

    /// <summary>The largest block of all levels, 0 without any.</summary>
    internal int LargestBlockSamples => _levels.Length == 0 ? 0 : _levels[^1].BlockSamples;

    /// <summary>
    /// Multiply-adds done for the 64 samples from <paramref name="slot"/> * <see cref="SlotSamples"/> of a running stream. The sequence repeats,
    /// and no slot does much more than the mean: that is what keeps long impulse responses from disturbing short blocks.
    /// </summary>
    public long MultiplyAddsInSlot(long slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        long sum = SlotSamples * _head.Length;
        foreach (var level in _levels)
            sum += level.Schedule.Cost((int)(slot % level.Schedule.SlotCount));
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _head.Dispose();
        foreach (var level in _levels)
            level.Dispose();
    }
}
