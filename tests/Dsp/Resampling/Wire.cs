using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests.Resampling;

/// <summary>A network that adds a constant and, if told to, a recursion: y[t] = x[t] + memory * y[t-1] + offset.</summary>
internal sealed unsafe class Wire(int channels = 1, float offset = 0, float memory = 0) : AudioNetwork
{
    private readonly float[] _last = new float[channels];

    public override int InputChannels => channels;

    public override int OutputChannels => channels;

    public bool IsDisposed { get; private set; }

    public override void Reset() => Array.Fill(_last, offset / (1 - memory));

    public override void Process(float** input, float** output, int frames)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            for (var t = 0; t < frames; t++)
                output[channel][t] = _last[channel] = input[channel][t] + (memory * _last[channel]) + offset;
        }
    }

    public override void Dispose() => IsDisposed = true;
}
