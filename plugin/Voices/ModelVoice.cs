using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Width;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Voices;

/// <summary>
/// One capture sounding at the host's rate: a network for each lane of the chain, and the gains that follow from what the capture says about
/// levels. Made and warmed up off the audio thread.
/// </summary>
internal sealed unsafe class ModelVoice : Voice<ModelVoice>
{
    private readonly LoadedModel? _model;
    private readonly Lane[] _lanes;

    /// <summary>Makes a voice that lets the sound through: what enters when a capture is taken out. [main-thread]</summary>
    public ModelVoice() => _lanes = [];

    /// <summary>Makes the voice for a number of lanes. Takes over the caller's hold on the model. [main-thread]</summary>
    public ModelVoice(LoadedModel model, double sampleRateHz, int lanes)
    {
        _model = model;
        _lanes = new Lane[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _lanes[lane] = new Lane(model.Variants, (int)Math.Round(sampleRateHz));
        Costs = WidthCosts.Of(model.Variants);
        var longest = 0;
        foreach (var variant in model.Variants.Variants)
            longest = Math.Max(longest, variant.Program.WarmUpSamples);
        WarmUpSamples = (int)Math.Ceiling(longest * sampleRateHz / model.Variants.SampleRateHz) + LatencySamples;
    }

    /// <inheritdoc/>
    public override int LatencySamples => _lanes.Length == 0 ? 0 : _lanes[0].LatencySamples;

    /// <inheritdoc/>
    /// <remarks>Then it sounds as if it had heard everything.</remarks>
    public override int WarmUpSamples { get; }

    /// <inheritdoc/>
    public override int TailSamples => WarmUpSamples;

    /// <summary>What the widths of the capture cost; null for none.</summary>
    public WidthCosts? Costs { get; }

    /// <summary>The variant that sounds. [audio-thread]</summary>
    public int SoundingVariant => _lanes.Length == 0 ? 0 : _lanes[0].Switcher.SoundingVariant;

    /// <summary>Whether two variants run side by side. [audio-thread]</summary>
    public bool IsSwitching => _lanes.Length > 0 && _lanes[0].Switcher.IsSwitching;

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

    /// <inheritdoc/>
    /// <remarks>Jumps to width and gains, too.</remarks>
    public override void Reset(int lane)
    {
        if (_lanes.Length == 0)
            return;
        _lanes[lane].Network.Reset();
        _lanes[lane].InputGain.Reset();
        _lanes[lane].OutputGain.Reset();
    }

    /// <inheritdoc/>
    public override void Process(int lane, float* input, float* output, int frames)
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
