using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Convolution;

namespace NamPlugin.Cli.Reamp;

/// <summary>The whole chain, gate to loudspeaker, once for every channel of the recording.</summary>
internal sealed unsafe class ChainPlayer : IRecordingPlayer
{
    private readonly Lane[] _lanes;

    /// <summary>Makes a chain per channel.</summary>
    public ChainPlayer(Rig rig, ReampSettings settings, int sampleRateHz, int channels)
    {
        var responses = rig.ImpulseResponsesFor(sampleRateHz);
        _lanes = new Lane[channels];
        for (var channel = 0; channel < channels; channel++)
            _lanes[channel] = new Lane(rig, settings.Chain with { OutputMode = settings.Level.Mode }, responses, sampleRateHz, channel);
    }

    /// <inheritdoc/>
    public int InputChannels => _lanes.Length;

    /// <inheritdoc/>
    public int OutputChannels => _lanes.Length;

    /// <inheritdoc/>
    public int LatencySamples => _lanes[0].Voice.LatencySamples;

    /// <inheritdoc/>
    public int CompletedSwitches => _lanes[0].Voice.CompletedSwitches;

    /// <inheritdoc/>
    public void SetWidth(double width)
    {
        foreach (var lane in _lanes)
            lane.Voice.SetWidth(width);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (var lane in _lanes)
            lane.Chain.Reset();
    }

    /// <inheritdoc/>
    public void Process(float** input, float** output, int frames)
    {
        for (var channel = 0; channel < _lanes.Length; channel++)
            _lanes[channel].Chain.Process(input + channel, 1, output + channel, 1, frames);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
    }

    /// <summary>One mono chain with networks of its own. Of a stereo response the first channel gets the left side, the others the right.</summary>
    private sealed class Lane : IDisposable
    {
        private readonly IrConvolver[] _cabinets;

        public Lane(Rig rig, ChainSettings settings, IReadOnlyList<ImpulseResponse> responses, int sampleRateHz, int channel)
        {
            Voice = new ModelVoice(rig.Variants, sampleRateHz);
            _cabinets = [.. responses.Select(response => IrConvolver.Mono(response, Math.Min(channel, 1)))];
            Chain.Prepare(sampleRateHz, Voice.LatencySamples);
            Chain.Apply(settings with { Routing = InputRouting.MonoLeft, SecondIrOn = _cabinets.Length > 1, IrMix = EqualMix });
            Chain.SetModel(Voice.Network, null, rig.Metadata);
            Chain.SetFirstImpulseResponse(_cabinets.ElementAtOrDefault(0), null);
            Chain.SetSecondImpulseResponse(_cabinets.ElementAtOrDefault(1), null);
            Chain.SetLatency(Voice.LatencySamples);
            Chain.Reset();
        }

        private static double EqualMix => 0.5;

        public ModelVoice Voice { get; }

        public SignalChain Chain { get; } = new();

        public void Dispose()
        {
            Chain.Dispose();
            Voice.Dispose();
            foreach (var cabinet in _cabinets)
                cabinet.Dispose();
        }
    }
}
