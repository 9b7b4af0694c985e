using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// One level at work in memory that belongs to somebody else: the spectra of past blocks and the block in work. A view, made anew for every use.
/// </summary>
internal readonly unsafe struct ConvolutionLevelState
{
    private readonly ConvolutionLevel _level;
    private readonly float* _spectra;
    private readonly float* _re;
    private readonly float* _im;
    private readonly float* _scratch;
    private readonly float* _time;

    /// <summary>Looks at <see cref="FloatsFor"/> floats of memory. [audio-thread]</summary>
    public ConvolutionLevelState(ConvolutionLevel level, float* memory)
    {
        _level = level;
        _spectra = memory;
        _re = _spectra + level.SpectraLength;
        _im = _re + level.Fft.PlaneLength;
        _scratch = _im + level.Fft.PlaneLength;
        _time = _scratch + (2 * level.Fft.PlaneLength);
    }

    /// <summary>Memory that a level needs.</summary>
    public static int FloatsFor(ConvolutionLevel level) => checked(level.SpectraLength + (4 * level.Fft.PlaneLength) + level.Fft.Size);

    /// <summary>
    /// Does the work that is planned for the slot at <paramref name="position"/>, a multiple of 64 samples. Nothing needs clearing before a new
    /// stream: spectra of blocks before its beginning are not read. [audio-thread]
    /// </summary>
    /// <param name="position">Samples received so far.</param>
    /// <param name="input">Ring of past input, <paramref name="inputMask"/> + 1 samples, silent before the stream's beginning.</param>
    /// <param name="inputMask">Turns a position into an index of <paramref name="input"/>.</param>
    /// <param name="output">Ring of output to come, to which results are added.</param>
    /// <param name="outputMask">Turns a position into an index of <paramref name="output"/>.</param>
    public void Work(long position, float* input, int inputMask, float* output, int outputMask)
    {
        var blockSamples = _level.BlockSamples;
        var block = (position / blockSamples) - 1;
        if (block < 0)
            return;

        var fft = _level.Fft;
        var begin = (block - 1) * blockSamples;
        var due = ((block + 2) * blockSamples) - ConvolutionKernel.SlotSamples;
        foreach (var (phase, from, to) in _level.Schedule.Slot((int)(position % blockSamples) / ConvolutionKernel.SlotSamples))
        {
            if (phase == 0)
                Gather(from, to, begin, input, inputMask);
            else if (phase < _level.MultiplyPhase)
                fft.ForwardSlices(phase - 1, from, to, _time, _re, _im, _scratch);
            else if (phase == _level.MultiplyPhase)
                Multiply(from, to, block);
            else if (phase < _level.AddPhase)
                fft.InverseSlices(phase - _level.MultiplyPhase - 1, from, to, _re, _im, _time, _scratch);
            else
                Add(from, to, due, output, outputMask);
        }
    }

    /// <summary>Copies the block and the one before it out of the ring, slot by slot: whole slots never cross the ring's end.</summary>
    private void Gather(int from, int to, long begin, float* input, int inputMask)
    {
        const int slot = ConvolutionKernel.SlotSamples;
        var share = _level.Fft.Size / _level.Fft.SliceCount;
        for (var offset = from * share; offset < to * share; offset += slot)
            new ReadOnlySpan<float>(input + (int)((begin + offset) & inputMask), slot).CopyTo(new Span<float>(_time + offset, slot));
    }

    /// <summary>Keeps the block's spectrum and replaces it with the sum over partitions k of (taps k) x (block - k).</summary>
    private void Multiply(int from, int to, long block)
    {
        var newest = (int)(block % _level.Partitions);
        var count = (int)Math.Min(block + 1, _level.Partitions);
        for (var chunk = from; chunk < to; chunk++)
        {
            ConvolutionLevel.CopyChunk(_re, _im, chunk, _level.Chunk(_spectra, chunk, newest));
            if (Vector256.IsHardwareAccelerated)
                MultiplyChunk<Wide256>(chunk, newest, count);
            else
                MultiplyChunk<Wide128>(chunk, newest, count);
        }
    }

    private void MultiplyChunk<TLanes>(int chunk, int newest, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        const int bins = ConvolutionLevel.ChunkBins;
        const int stride = 2 * bins;
        var oldest = _level.Chunk(_spectra, chunk, 0);
        var wrap = _level.Partitions * stride;
        // Two vectors at once: eight sums in flight hide the latency of the multiply-add.
        for (var bin = 0; bin < bins; bin += 2 * TLanes.Count)
        {
            var zero = TLanes.Broadcast(0);
            var (reRe0, imIm0, reIm0, imRe0) = (zero, zero, zero, zero);
            var (reRe1, imIm1, reIm1, imRe1) = (zero, zero, zero, zero);
            var x = oldest + (newest * stride) + bin;
            var h = _level.Chunk(_level.Spectra, chunk, 0) + bin;
            for (var k = 0; k < count; k++)
            {
                var xRe0 = TLanes.Load(x);
                var xIm0 = TLanes.Load(x + bins);
                var hRe0 = TLanes.Load(h);
                var hIm0 = TLanes.Load(h + bins);
                reRe0 = TLanes.MultiplyAdd(hRe0, xRe0, reRe0);
                imIm0 = TLanes.MultiplyAdd(hIm0, xIm0, imIm0);
                reIm0 = TLanes.MultiplyAdd(hRe0, xIm0, reIm0);
                imRe0 = TLanes.MultiplyAdd(hIm0, xRe0, imRe0);
                var xRe1 = TLanes.Load(x + TLanes.Count);
                var xIm1 = TLanes.Load(x + TLanes.Count + bins);
                var hRe1 = TLanes.Load(h + TLanes.Count);
                var hIm1 = TLanes.Load(h + TLanes.Count + bins);
                reRe1 = TLanes.MultiplyAdd(hRe1, xRe1, reRe1);
                imIm1 = TLanes.MultiplyAdd(hIm1, xIm1, imIm1);
                reIm1 = TLanes.MultiplyAdd(hRe1, xIm1, reIm1);
                imRe1 = TLanes.MultiplyAdd(hIm1, xRe1, imRe1);
                h += stride;
                x -= stride;
                if (x < oldest)
                    x += wrap;
            }

            var re = _re + (chunk * bins) + bin;
            var im = _im + (chunk * bins) + bin;
            TLanes.Store(re, reRe0 - imIm0);
            TLanes.Store(im, reIm0 + imRe0);
            TLanes.Store(re + TLanes.Count, reRe1 - imIm1);
            TLanes.Store(im + TLanes.Count, reIm1 + imRe1);
        }
    }

    /// <summary>Of the 2 B samples that come back the second half is free of wrap-around; slot by slot it joins what other levels have put there.</summary>
    private void Add(int from, int to, long due, float* output, int outputMask)
    {
        const int slot = ConvolutionKernel.SlotSamples;
        var share = _level.BlockSamples / _level.Fft.SliceCount;
        for (var offset = from * share; offset < to * share; offset += slot)
        {
            var target = output + (int)((due + offset) & outputMask);
            var source = _time + _level.BlockSamples + offset;
            for (var n = 0; n < slot; n += 8)
                (Vector256.Load(target + n) + Vector256.Load(source + n)).Store(target + n);
        }
    }
}
