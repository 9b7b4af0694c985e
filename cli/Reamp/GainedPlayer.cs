using NamPlugin.Dsp.Chain;

namespace NamPlugin.Cli.Reamp;

/// <summary>Gains around a player: all that the chain's settings mean for a model of several channels.</summary>
internal sealed unsafe class GainedPlayer : IRecordingPlayer
{
    private readonly IRecordingPlayer _inner;
    private readonly float _inputGain;
    private readonly float _outputGain;

    /// <summary>Wraps a player, which is owned from here on.</summary>
    public GainedPlayer(IRecordingPlayer inner, Rig rig, ReampSettings settings)
    {
        _inner = inner;
        var chain = settings.Chain;
        _inputGain = (float)Decibels.ToGain(chain.InputDb + LevelCalibration.Input(rig.Metadata, chain.CalibrateInput, chain.InterfaceDbu).GainDb);
        _outputGain = (float)Decibels.ToGain(chain.OutputDb + LevelCalibration.Output(rig.Metadata, settings.Level.Mode, chain.InterfaceDbu).GainDb);
    }

    /// <inheritdoc/>
    public int InputChannels => _inner.InputChannels;

    /// <inheritdoc/>
    public int OutputChannels => _inner.OutputChannels;

    /// <inheritdoc/>
    public int LatencySamples => _inner.LatencySamples;

    /// <inheritdoc/>
    public int CompletedSwitches => _inner.CompletedSwitches;

    /// <inheritdoc/>
    public void SetWidth(double width) => _inner.SetWidth(width);

    /// <inheritdoc/>
    public void Reset() => _inner.Reset();

    /// <inheritdoc/>
    public void Process(float** input, float** output, int frames)
    {
        PlaneBlock.Scale(input, InputChannels, frames, _inputGain);
        _inner.Process(input, output, frames);
        PlaneBlock.Scale(output, OutputChannels, frames, _outputGain);
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();
}
