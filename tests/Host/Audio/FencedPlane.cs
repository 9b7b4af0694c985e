namespace NamPlugin.Host.Audio;

/// <summary>
/// One channel's samples with a fence of marked samples on either side. The mark is a NaN that no computation yields, so that a read past the end
/// shows in the sound and a write shows in the fence. The samples begin on no alignment but their own, as some hosts hand them out.
/// </summary>
internal sealed unsafe class FencedPlane : IDisposable
{
    private const int FenceSamples = 67;
    private const uint Mark32 = 0x7FC0_DEAD;
    private const ulong Mark64 = 0x7FF8_0000_0000_DEAD;
    private readonly bool _isDouble;
    private byte* _memory;

    public FencedPlane(int maximumFrames, bool isDouble)
    {
        _isDouble = isDouble;
        var bytes = isDouble ? sizeof(double) : sizeof(float);
        _memory = (byte*)NativeMemoryBlock.Allocate((maximumFrames + 2 * FenceSamples) * bytes);
        Samples = _memory + FenceSamples * bytes;
        Fill(-FenceSamples, maximumFrames + 2 * FenceSamples);
    }

    public void* Samples { get; }

    public void Write(ReadOnlySpan<double> source, int frames)
    {
        if (_isDouble)
        {
            var target = new Span<double>(Samples, frames);
            source.CopyTo(target);
            target[source.Length..].Clear();
        }
        else
        {
            var target = new Span<float>(Samples, frames);
            for (var i = 0; i < source.Length; i++)
                target[i] = (float)source[i];
            target[source.Length..].Clear();
        }

        Fill(frames, FenceSamples);
    }

    public void Clear(int frames) => Fill(0, frames + FenceSamples);

    public void Read(Span<double> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = _isDouble ? ((double*)Samples)[i] : ((float*)Samples)[i];
    }

    public bool FencesStand(int frames) => IsMarked(-FenceSamples, FenceSamples) && IsMarked(frames, FenceSamples);

    public int FirstUnwritten(int frames) => _isDouble
        ? new Span<ulong>(Samples, frames).IndexOf(Mark64)
        : new Span<uint>(Samples, frames).IndexOf(Mark32);

    public bool IsZero(int frames) => _isDouble
        ? !new Span<double>(Samples, frames).ContainsAnyExcept(0.0)
        : !new Span<float>(Samples, frames).ContainsAnyExcept(0f);

    // FNV-1a over the samples' bits.
    public ulong Checksum(int frames)
    {
        var sum = 14695981039346656037;
        for (var i = 0; i < frames; i++)
            sum = (sum ^ (_isDouble ? ((ulong*)Samples)[i] : ((uint*)Samples)[i])) * 1099511628211;
        return sum;
    }

    public void Dispose()
    {
        NativeMemoryBlock.Free(_memory);
        _memory = null;
    }

    private void Fill(int start, int count)
    {
        if (_isDouble)
            new Span<ulong>((ulong*)Samples + start, count).Fill(Mark64);
        else
            new Span<uint>((uint*)Samples + start, count).Fill(Mark32);
    }

    private bool IsMarked(int start, int count) => _isDouble
        ? !new Span<ulong>((ulong*)Samples + start, count).ContainsAnyExcept(Mark64)
        : !new Span<uint>((uint*)Samples + start, count).ContainsAnyExcept(Mark32);
}
