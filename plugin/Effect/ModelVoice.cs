using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// One capture sounding at the host's rate: a network for each lane of the chain, and the gains that follow from what the capture says about
/// levels. Made and warmed up off the audio thread.
/// </summary>
internal sealed unsafe class ModelVoice : Retirable<ModelVoice>
{
    private readonly LoadedModel? _model;
    private readonly Lane[] _lanes;

    /// <summary>Makes a voice that lets the sound through: what enters when a capture is taken out. [main-thread]</summary>
    public ModelVoice() => _lanes = [];

    /// <summary>Makes the voice for a number of lanes. Takes over the caller's reference to the model. [main-thread]</summary>
    public ModelVoice(LoadedModel model, double sampleRateHz, int lanes)
    {
        _model = model;
        _lanes = new Lane[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _lanes[lane] = new Lane(model.Variants, (int)Math.Round(sampleRateHz));
        var longest = model.Variants.Variants.Max(static variant => variant.Program.WarmUpSamples);
        WarmUpSamples = (int)Math.Ceiling(longest * sampleRateHz / model.Variants.SampleRateHz) + LatencySamples;
    }

    /// <summary>Samples of the host's rate by which it answers late.</summary>
    public int LatencySamples => _lanes.Length == 0 ? 0 : _lanes[0].LatencySamples;

    /// <summary>Samples of real input, at the host's rate, after which it sounds as if it had heard everything.</summary>
    public int WarmUpSamples { get; }

    /// <summary>Asks for a width. [audio-thread]</summary>
    public void SetWidth(double width)
    {
        foreach (var lane in _lanes)
            lane.Switcher.SetWidth(width);
    }

    /// <summary>Sets the gains before and after the network. [audio-thread]</summary>
    public void SetLevels(in ChainSettings settings)
    {
        var metadata = _model?.Metadata ?? ModelMetadata.Empty;
        var input = LevelCalibration.Input(metadata, settings.CalibrateInput, settings.InterfaceDbu).GainDb;
        var output = LevelCalibration.Output(metadata, settings.OutputMode, settings.InterfaceDbu).GainDb;
        foreach (var lane in _lanes)
        {
            lane.InputGain.SetTarget(input);
            lane.OutputGain.SetTarget(output);
        }
    }

    /// <summary>Forgets everything heard and jumps to width and gains. [audio-thread]</summary>
    public void Reset()
    {
        foreach (var lane in _lanes)
        {
            lane.Network.Reset();
            lane.InputGain.Reset();
            lane.OutputGain.Reset();
        }
    }

    /// <summary>Plays one lane: x[time] to y[time], which may be the same memory. [audio-thread]</summary>
    /// <param name="lane">Which network.</param>
    /// <param name="input">x[time], overwritten.</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of both.</param>
    public void Process(int lane, float* input, float* output, int frames)
    {
        if (_lanes.Length == 0)
        {
            if (input != output)
                new ReadOnlySpan<float>(input, frames).CopyTo(new Span<float>(output, frames));
            return;
        }

        var voice = _lanes[lane];
        voice.InputGain.Process(input, frames);
        voice.Network.Process(&input, &output, frames);
        voice.OutputGain.Process(output, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Network.Dispose();
        _model?.Release();
    }

    private sealed class Lane
    {
        public Lane(ModelVariants variants, int sampleRateHz)
        {
            Switcher = new WidthSwitcher(variants);
            InputGain.Prepare(sampleRateHz);
            OutputGain.Prepare(sampleRateHz);
            Network = ResampledNetwork.AtHostRate(Switcher, variants.SampleRateHz, sampleRateHz, out var latencySamples);
            LatencySamples = latencySamples;
        }

        public WidthSwitcher Switcher { get; }

        public AudioNetwork Network { get; }

        public int LatencySamples { get; }

        public SmoothedGain InputGain { get; } = new();

        public SmoothedGain OutputGain { get; } = new();
    }
}
