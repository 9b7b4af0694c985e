using NamPlugin.Dsp.Memory;

namespace NamPlugin.Cli.Reamp;

/// <summary>One block of several channels in unmanaged memory.</summary>
internal sealed unsafe class PlaneBlock : IDisposable
{
    /// <summary>Frames of a block. Long enough that reading and writing cost nothing, short enough to stay in the cache.</summary>
    public const int Frames = 4096;

    private readonly NativeBuffer<float> _samples;
    private readonly NativeBuffer<nint> _planes;

    /// <summary>Makes room for <paramref name="channels"/> planes.</summary>
    public PlaneBlock(int channels)
    {
        Channels = channels;
        _samples = new NativeBuffer<float>(channels * Frames);
        _planes = new NativeBuffer<nint>(channels);
        for (var channel = 0; channel < channels; channel++)
            _planes[channel] = (nint)(_samples.Pointer + channel * Frames);
    }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>x[channel][time].</summary>
    public float** Planes => (float**)_planes.Pointer;

    /// <summary>One plane.</summary>
    public Span<float> this[int channel] => _samples.Span.Slice(channel * Frames, Frames);

    /// <summary>Silences the planes from <paramref name="frame"/> on.</summary>
    public void ClearFrom(int frame)
    {
        for (var channel = 0; channel < Channels; channel++)
            this[channel][frame..].Clear();
    }

    /// <summary>Multiplies every sample.</summary>
    public static void Scale(float** planes, int channels, int frames, float gain)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            foreach (ref var sample in new Span<float>(planes[channel], frames))
                sample *= gain;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _planes.Dispose();
    }
}
