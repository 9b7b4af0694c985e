using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Spectra;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// The part of an impulse response that is convolved with one block size: partitions of <see cref="BlockSamples"/> taps each, as spectra of
/// twice that size (overlap-save). Immutable; shared by all instances.
/// </summary>
internal sealed unsafe class ConvolutionLevel : IDisposable
{
    /// <summary>Bins that are multiplied together: [re x 16 | im x 16] of one partition is one chunk of 32 floats.</summary>
    public const int ChunkBins = 16;

    private readonly NativeBuffer<float> _spectra;

    /// <summary>Transforms the partitions. [main-thread]</summary>
    /// <param name="taps">The taps of this level; the last partition is filled up with zeros.</param>
    /// <param name="blockSamples">Taps per partition and samples per block, B.</param>
    public ConvolutionLevel(ReadOnlySpan<float> taps, int blockSamples)
    {
        BlockSamples = blockSamples;
        Partitions = (taps.Length + blockSamples - 1) / blockSamples;
        Fft = RealFft.Shared(2 * blockSamples);
        ChunkCount = (Fft.BinCount + ChunkBins - 1) / ChunkBins;
        Schedule = new WorkSchedule(Phases(), blockSamples / ConvolutionKernel.SlotSamples);

        _spectra = new NativeBuffer<float>(SpectraLength);
        using var planes = new NativeBuffer<float>((4 * Fft.PlaneLength) + Fft.Size);
        var im = planes.Pointer + Fft.PlaneLength;
        var scratch = im + Fft.PlaneLength;
        var time = scratch + (2 * Fft.PlaneLength);
        var block = new Span<float>(time, Fft.Size);
        for (var partition = 0; partition < Partitions; partition++)
        {
            var rest = taps[(partition * blockSamples)..];
            block.Clear();
            rest[..Math.Min(rest.Length, blockSamples)].CopyTo(block);
            Fft.Forward(time, planes.Pointer, im, scratch);
            new Span<float>(planes.Pointer + Fft.BinCount, Fft.PlaneLength - Fft.BinCount).Clear();
            new Span<float>(im + Fft.BinCount, Fft.PlaneLength - Fft.BinCount).Clear();
            for (var chunk = 0; chunk < ChunkCount; chunk++)
                CopyChunk(planes.Pointer, im, chunk, Chunk(_spectra.Pointer, chunk, partition));
        }
    }

    /// <summary>Samples per block and taps per partition, B.</summary>
    public int BlockSamples { get; }

    /// <summary>Number of partitions.</summary>
    public int Partitions { get; }

    /// <summary>The transform of 2 B samples.</summary>
    public RealFft Fft { get; }

    /// <summary>Chunks that hold all bins of one spectrum.</summary>
    public int ChunkCount { get; }

    /// <summary>When each piece of a block's work is done.</summary>
    public WorkSchedule Schedule { get; }

    /// <summary>The phase in which spectra are multiplied; before it come gathering and the forward stages.</summary>
    public int MultiplyPhase => 1 + Fft.StageCount;

    /// <summary>The last phase, in which results join the output; before it come the inverse stages.</summary>
    public int AddPhase => MultiplyPhase + Fft.StageCount + 1;

    /// <summary>Floats of a buffer of spectra, <c>[chunk][partition][re, im][bin]</c>: what is multiplied together lies together.</summary>
    public int SpectraLength => checked(ChunkCount * Partitions * 2 * ChunkBins);

    /// <summary>The spectra of the taps, <c>[chunk][partition][re, im][bin]</c>.</summary>
    public float* Spectra => _spectra.Pointer;

    /// <summary>Where a chunk of one partition begins in such a buffer.</summary>
    public float* Chunk(float* spectra, int chunk, int partition) => spectra + (((nint)chunk * Partitions) + partition) * (2 * ChunkBins);

    /// <summary>Copies one chunk out of two planes.</summary>
    public static void CopyChunk(float* re, float* im, int chunk, float* target)
    {
        new ReadOnlySpan<float>(re + (chunk * ChunkBins), ChunkBins).CopyTo(new Span<float>(target, ChunkBins));
        new ReadOnlySpan<float>(im + (chunk * ChunkBins), ChunkBins).CopyTo(new Span<float>(target + ChunkBins, ChunkBins));
    }

    /// <inheritdoc/>
    public void Dispose() => _spectra.Dispose();

    /// <summary>
    /// The work of one block: gather, forward stages, multiply, inverse stages, add. Costs in multiply-adds per unit: a slice of a stage is 64
    /// complex points. Steps that mostly move data count for the multiply-adds that take as long.
    /// </summary>
    private (int Units, long UnitCost)[] Phases()
    {
        const int points = 64;
        var slices = Fft.SliceCount;
        var stages = Fft.StageCount;
        var phases = new (int Units, long UnitCost)[AddPhase + 1];
        phases[0] = (slices, 3 * points);
        for (var stage = 0; stage < stages; stage++)
        {
            var moves = 4 * points;
            var separates = 10 * points;
            var butterflies = 6 * points;
            phases[1 + stage] = (slices, stage == 0 ? moves : stage == stages - 1 ? separates : butterflies);
            phases[MultiplyPhase + 1 + stage] = (slices, stage == 0 ? separates : stage == stages - 1 ? moves : butterflies);
        }

        phases[MultiplyPhase] = (ChunkCount, 4L * ChunkBins * Partitions);
        phases[AddPhase] = (slices, 4 * points);
        return phases;
    }
}
