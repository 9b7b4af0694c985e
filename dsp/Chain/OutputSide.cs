using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Chain;

/// <summary>What one output channel goes through after the cabinet: DC blocker, gain of the output mode, output trim.</summary>
internal sealed unsafe class OutputSide
{
    private readonly FiniteGuard _guard = new();
    private readonly DcBlocker _dcBlocker = new();
    private readonly SmoothedGain _mode = new();
    private readonly SmoothedGain _trim = new();

    /// <summary>Samples out of the cabinet that were not finite.</summary>
    public long ReplacedSamples => _guard.ReplacedSamples;

    public void Prepare(double sampleRateHz)
    {
        _dcBlocker.Prepare(sampleRateHz);
        _mode.Prepare(sampleRateHz);
        _trim.Prepare(sampleRateHz);
    }

    public void SetTarget(in ChainSettings settings, ModelMetadata metadata)
    {
        SetMode(settings, metadata);
        _trim.SetTarget(settings.OutputDb);
    }

    /// <summary>See <see cref="AmpLane.JumpToCalibration"/>.</summary>
    public void JumpToMode(in ChainSettings settings, ModelMetadata metadata)
    {
        SetMode(settings, metadata);
        _mode.Reset();
    }

    public void Reset()
    {
        _dcBlocker.Reset();
        _mode.Reset();
        _trim.Reset();
    }

    /// <summary>Processes x[time] in place. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        _guard.Process(x, frames);
        _dcBlocker.Process(x, frames);
        _mode.Process(x, frames);
        _trim.Process(x, frames);
    }

    private void SetMode(in ChainSettings settings, ModelMetadata metadata) =>
        _mode.SetTarget(LevelCalibration.Output(metadata, settings.OutputMode, settings.InterfaceDbu).GainDb);
}
