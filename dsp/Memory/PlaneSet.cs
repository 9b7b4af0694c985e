namespace NamPlugin.Dsp.Memory;

/// <summary>Unmanaged audio planes <c>x[channel][time]</c> with the table of pointers that <see cref="Networks.AudioNetwork.Process"/> takes.</summary>
public sealed unsafe class PlaneSet : IDisposable
{
    private readonly NativeBuffer<float> _samples;
    private readonly NativeBuffer<nint> _planes;

    /// <summary>Allocates silent planes, each aligned to a cache line. [main-thread]</summary>
    /// <param name="channels">Number of planes.</param>
    /// <param name="frames">Samples in each.</param>
    public PlaneSet(int channels, int frames)
    {
        Channels = channels;
        Frames = frames;
        const int line = NativeBuffer<float>.AlignmentBytes / sizeof(float);
        var stride = checked((frames + line - 1) / line * line);
        _samples = new NativeBuffer<float>(checked(channels * stride));
        _planes = new NativeBuffer<nint>(channels);
        for (var channel = 0; channel < channels; channel++)
            _planes[channel] = (nint)(_samples.Pointer + ((nint)channel * stride));
    }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>Samples in each plane.</summary>
    public int Frames { get; }

    /// <summary>The planes, <c>x[channel][time]</c>.</summary>
    public float** Planes => (float**)_planes.Pointer;

    /// <summary>One plane as a span.</summary>
    public Span<float> this[int channel] => new((float*)_planes[channel], Frames);

    /// <summary>Silences all planes. [audio-thread]</summary>
    public void Clear() => _samples.Span.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _planes.Dispose();
    }
}
