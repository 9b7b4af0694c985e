namespace NamPlugin.Cli.Reamp;

/// <summary>
/// The model alone. A model of one channel plays each channel of the recording separately; one of several takes and gives its own number.
/// </summary>
internal sealed unsafe class RawPlayer : IRecordingPlayer
{
    private readonly ModelVoice[] _voices;
    private readonly int _inputsPerVoice;
    private readonly int _outputsPerVoice;

    /// <summary>Makes as many voices as <paramref name="channels"/> need.</summary>
    public RawPlayer(Rig rig, int sampleRateHz, int channels)
    {
        _inputsPerVoice = rig.Variants.InputChannels;
        _outputsPerVoice = rig.Variants.OutputChannels;
        _voices = new ModelVoice[channels / _inputsPerVoice];
        for (var i = 0; i < _voices.Length; i++)
            _voices[i] = new ModelVoice(rig.Variants, sampleRateHz);
    }

    /// <inheritdoc/>
    public int InputChannels => _voices.Length * _inputsPerVoice;

    /// <inheritdoc/>
    public int OutputChannels => _voices.Length * _outputsPerVoice;

    /// <inheritdoc/>
    public int LatencySamples => _voices[0].LatencySamples;

    /// <inheritdoc/>
    public int CompletedSwitches => _voices[0].CompletedSwitches;

    /// <inheritdoc/>
    public void SetWidth(double width)
    {
        foreach (var voice in _voices)
            voice.SetWidth(width);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (var voice in _voices)
            voice.Reset();
    }

    /// <inheritdoc/>
    public void Process(float** input, float** output, int frames)
    {
        for (var i = 0; i < _voices.Length; i++)
            _voices[i].Network.Process(input + i * _inputsPerVoice, output + i * _outputsPerVoice, frames);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var voice in _voices)
            voice.Dispose();
    }
}
