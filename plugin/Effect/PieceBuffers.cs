using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// Carries audio between a host's planes and the chain, piece by piece: converts doubles, and keeps the chain from ever writing into planes
/// that it has still to read.
/// </summary>
internal sealed unsafe class PieceBuffers : IDisposable
{
    /// <summary>Frames of a piece.</summary>
    public const int Frames = 256;

    private const int Channels = SignalChain.MaximumChannels;

    private readonly NativeBuffer<float> _samples = new(2 * Channels * Frames);
    private readonly NativeBuffer<nint> _planes = new(2 * Channels);

    /// <summary>Lays the planes out.</summary>
    public PieceBuffers()
    {
        for (var plane = 0; plane < 2 * Channels; plane++)
            _planes[plane] = (nint)(_samples.Pointer + plane * Frames);
    }

    /// <summary>x[channel][time] for the chain.</summary>
    public float** Input => (float**)_planes.Pointer;

    /// <summary>y[channel][time] from the chain.</summary>
    public float** Output => Input + Channels;

    /// <summary>Whether anything but zeros was handed to the host since this was set to false. [audio-thread]</summary>
    public bool HasSounded { get; set; }

    /// <summary>Fills <see cref="Input"/> and returns how many channels it has. [audio-thread]</summary>
    public int Read(ref AudioBlock block, int start, int count)
    {
        var channels = Math.Min(block.InputChannels, Channels);
        for (var channel = 0; channel < channels; channel++)
        {
            var target = new Span<float>(Input[channel], count);
            if (block.Input[channel] == null)
                target.Clear();
            else if (block.IsDouble)
                Narrow((double*)block.Input[channel] + start, target);
            else
                new ReadOnlySpan<float>((float*)block.Input[channel] + start, count).CopyTo(target);
        }

        return channels;
    }

    /// <summary>Hands <see cref="Output"/> to the host. [audio-thread]</summary>
    public void Write(ref AudioBlock block, int start, int count)
    {
        for (var channel = 0; channel < block.OutputChannels; channel++)
        {
            if (block.Output[channel] == null)
                continue;
            var source = new ReadOnlySpan<float>(Output[Math.Min(channel, Channels - 1)], count);
            HasSounded |= source.ContainsAnyExcept(0f);
            if (block.IsDouble)
                Widen(source, (double*)block.Output[channel] + start);
            else
                source.CopyTo(new Span<float>((float*)block.Output[channel] + start, count));
        }
    }

    /// <summary>Writes silence to the host. [audio-thread]</summary>
    public void Silence(ref AudioBlock block, int start, int count)
    {
        for (var channel = 0; channel < block.OutputChannels; channel++)
        {
            if (block.Output[channel] == null)
                continue;
            if (block.IsDouble)
                new Span<double>((double*)block.Output[channel] + start, count).Clear();
            else
                new Span<float>((float*)block.Output[channel] + start, count).Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _planes.Dispose();
    }

    private static void Narrow(double* source, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = (float)source[i];
    }

    private static void Widen(ReadOnlySpan<float> source, double* target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i];
    }
}
