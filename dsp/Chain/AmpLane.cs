using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// One amp with what belongs to it, one channel: input trim and calibration, low cut, tone stack (pre), gate detector, model, gate gain,
/// tone stack (post), high cut. The model belongs to the caller.
/// </summary>
internal sealed unsafe class AmpLane : IDisposable
{
    private readonly SmoothedGain _trim = new();
    private readonly SmoothedGain _calibration = new();
    private readonly CutFilter _lowCut = CutFilter.LowCut();
    private readonly ToneStack _preTone = new();
    private readonly GateDetector _detector = new();
    private readonly FiniteGuard _guard = new();
    private readonly GateGain _gateGain = new();
    private readonly ToneStack _postTone = new();
    private readonly CutFilter _highCut = CutFilter.HighCut();
    private NativeBuffer<float> _gains = new(0);
    private AudioNetwork? _model;

    /// <summary>Samples of the model's output that were not finite.</summary>
    public long ReplacedSamples => _guard.ReplacedSamples;

    public void Prepare(double sampleRateHz, int maximumFrames, int maximumLatencySamples)
    {
        _trim.Prepare(sampleRateHz);
        _calibration.Prepare(sampleRateHz);
        _lowCut.Prepare(sampleRateHz);
        _preTone.Prepare(sampleRateHz);
        _detector.Prepare(sampleRateHz);
        _gateGain.Prepare(maximumLatencySamples);
        _postTone.Prepare(sampleRateHz);
        _highCut.Prepare(sampleRateHz);
        _gains.Dispose();
        _gains = new NativeBuffer<float>(maximumFrames);
    }

    public void SetModel(AudioNetwork? model) => _model = model;

    public void SetLatency(int modelSamples) => _gateGain.SetLatency(modelSamples, _detector.CurrentGain);

    public void SetTarget(in ChainSettings settings, ModelMetadata metadata)
    {
        _trim.SetTarget(settings.InputDb);
        SetCalibration(settings, metadata);
        _lowCut.SetTarget(settings.LowCutHz);
        SetTone(_preTone, settings, settings.Equalizer == EqualizerPosition.Pre);
        _detector.SetTarget(settings.GateThresholdDb, settings.GateReleaseMs);
        SetTone(_postTone, settings, settings.Equalizer == EqualizerPosition.Post);
        _highCut.SetTarget(settings.HighCutHz);
    }

    /// <summary>A new model comes with its own level at once; gliding there would play it at the old one's.</summary>
    public void JumpToCalibration(in ChainSettings settings, ModelMetadata metadata)
    {
        SetCalibration(settings, metadata);
        _calibration.Reset();
    }

    public void Reset()
    {
        _trim.Reset();
        _calibration.Reset();
        _lowCut.Reset();
        _preTone.Reset();
        _detector.Reset();
        _model?.Reset();
        _gateGain.Reset(_detector.CurrentGain);
        _postTone.Reset();
        _highCut.Reset();
    }

    /// <summary>Processes x[time] in place, at most as many frames as were prepared. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        _trim.Process(x, frames);
        _calibration.Process(x, frames);
        _lowCut.Process(x, frames);
        _preTone.Process(x, frames);
        _detector.Process(x, _gains.Pointer, frames);
        _model?.Process(&x, &x, frames);
        // A recurrent model that overflowed would never recover by itself.
        if (_guard.Process(x, frames) > 0)
            _model?.Reset();
        _gateGain.Process(x, _gains.Pointer, frames);
        _postTone.Process(x, frames);
        _highCut.Process(x, frames);
    }

    public void Dispose()
    {
        _gateGain.Dispose();
        _gains.Dispose();
    }

    private void SetCalibration(in ChainSettings settings, ModelMetadata metadata) =>
        _calibration.SetTarget(LevelCalibration.Input(metadata, settings.CalibrateInput, settings.InterfaceDbu).GainDb);

    /// <summary>A stack that is not in use is turned flat, so moving it from one place to the other is as smooth as turning its knobs.</summary>
    private static void SetTone(ToneStack stack, in ChainSettings settings, bool isInUse)
    {
        if (isInUse)
            stack.SetTarget(settings.Bass, settings.Middle, settings.Treble);
        else
            stack.SetFlat();
    }
}
