using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// A network that runs at its own sample rate inside a host of another. Both ways pass 0 Hz to the lower of 20 kHz and 0.45 of the lower rate
/// within 0.001 dB and stop what lies beyond half the lower rate by 100 dB; together they delay by <see cref="LatencySamples"/>, exactly.
/// </summary>
/// <remarks>
/// The inner network hears each sample as soon as the way in can make it, in blocks that follow the host's. So the output is the same to the bit
/// for every block partition whenever that holds for the inner network.
/// </remarks>
public sealed unsafe class ResampledNetwork : AudioNetwork
{
    /// <summary>Blocks of about this many samples, counted at the lower rate, keep the buffers in the first cache.</summary>
    private const int ChunkSamples = 256;

    private const double HighestPassEdgeHz = 20_000;

    private readonly AudioNetwork _network;
    private readonly PolyphaseTable _tableIn;
    private readonly PolyphaseTable _tableOut;
    private readonly PolyphaseResampler[] _waysIn;
    private readonly PolyphaseResampler[] _waysOut;
    private readonly PlaneSet _inner;
    private readonly PlaneSet _outer;
    private readonly int _hostChunk;

    /// <summary>Designs the filters and makes room. [main-thread]</summary>
    /// <param name="network">The network; from now on owned, and disposed with this one.</param>
    /// <param name="networkRateHz">The rate it was made for.</param>
    /// <param name="hostRateHz">The rate of the blocks to come.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive.</exception>
    public ResampledNetwork(AudioNetwork network, int networkRateHz, int hostRateHz)
    {
        _network = network;
        var wayIn = new RateRatio(hostRateHz, networkRateHz);
        var lowpass = KaiserLowpass.Design(Math.Min(HighestPassEdgeHz, 0.45 * wayIn.LowerHz), wayIn.LowerHz);

        // Each way needs half the low-pass's width. Rounded up to whole samples, the sum is the delay, and the filters take the room this gives.
        var needed = (long)Math.Ceiling(lowpass.HalfWidthSeconds * wayIn.GridHz);
        LatencySamples = (int)(((2 * needed) + wayIn.Up - 1) / wayIn.Up);
        var delaySteps = (long)LatencySamples * wayIn.Up;
        var reach = delaySteps / 2;
        lowpass = lowpass.Stretch(reach / wayIn.GridHz);
        _tableIn = new PolyphaseTable(wayIn, lowpass, reach);
        _tableOut = new PolyphaseTable(wayIn.Inverse, lowpass, reach);

        _hostChunk = (int)Math.Ceiling(ChunkSamples * Math.Max(1, (double)hostRateHz / networkRateHz));
        var networkChunk = (int)Math.Ceiling((double)_hostChunk * networkRateHz / hostRateHz) + 1;
        _waysIn = Ways(network.InputChannels, _tableIn, reach, _hostChunk);
        _waysOut = Ways(network.OutputChannels, _tableOut, delaySteps - reach, networkChunk);
        _inner = new PlaneSet(network.InputChannels, networkChunk);
        _outer = new PlaneSet(network.OutputChannels, networkChunk);
        Reset();
    }

    /// <summary>A network as a host of some rate can play it: itself where the rates agree, resampled where they do not. [main-thread]</summary>
    /// <param name="network">The network; disposed with the result.</param>
    /// <param name="networkRateHz">The rate it was made for.</param>
    /// <param name="hostRateHz">The rate of the blocks to come.</param>
    /// <param name="latencySamples">Samples of the host's rate by which the result answers late.</param>
    public static AudioNetwork AtHostRate(AudioNetwork network, double networkRateHz, double hostRateHz, out int latencySamples)
    {
        var (from, to) = ((int)Math.Round(networkRateHz), (int)Math.Round(hostRateHz));
        latencySamples = 0;
        if (from == to)
            return network;
        var resampled = new ResampledNetwork(network, from, to);
        latencySamples = resampled.LatencySamples;
        return resampled;
    }

    /// <inheritdoc/>
    public override int InputChannels => _network.InputChannels;

    /// <inheritdoc/>
    public override int OutputChannels => _network.OutputChannels;

    /// <summary>Samples of the host's rate by which the output comes later than without resampling.</summary>
    public int LatencySamples { get; }

    /// <inheritdoc/>
    public override void Reset()
    {
        // After an endless silence the way out has long heard the network's answer to it, which need not be zero.
        _network.Reset();
        _inner.Clear();
        _network.Process(_inner.Planes, _outer.Planes, 1);
        for (var channel = 0; channel < _waysOut.Length; channel++)
            _waysOut[channel].Reset(_outer.Planes[channel][0]);
        foreach (var way in _waysIn)
            way.Reset();
        _network.Reset();
    }

    /// <inheritdoc/>
    public override void Process(float** input, float** output, int frames)
    {
        for (var done = 0; done < frames;)
        {
            var count = Math.Min(frames - done, _hostChunk);
            var available = 0;
            for (var channel = 0; channel < _waysIn.Length; channel++)
            {
                _waysIn[channel].Push(input[channel] + done, count);
                available = _waysIn[channel].Available;
                _waysIn[channel].Pull(_inner.Planes[channel], available);
            }

            _network.Process(_inner.Planes, _outer.Planes, available);
            for (var channel = 0; channel < _waysOut.Length; channel++)
            {
                _waysOut[channel].Push(_outer.Planes[channel], available);
                _waysOut[channel].Pull(output[channel] + done, count);
            }

            done += count;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _network.Dispose();
        foreach (var way in _waysIn)
            way.Dispose();
        foreach (var way in _waysOut)
            way.Dispose();
        _tableIn.Dispose();
        _tableOut.Dispose();
        _inner.Dispose();
        _outer.Dispose();
    }

    private static PolyphaseResampler[] Ways(int channels, PolyphaseTable table, long delaySteps, int blockSamples)
    {
        var ways = new PolyphaseResampler[channels];
        for (var channel = 0; channel < channels; channel++)
            ways[channel] = new PolyphaseResampler(table, delaySteps, blockSamples);
        return ways;
    }
}
