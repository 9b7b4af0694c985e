using NamPlugin.Dsp.Convolution;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Voices;

/// <summary>One impulse response sounding at the host's rate: its left side in the first lane, its right side in the second.</summary>
internal sealed unsafe class ResponseVoice : Voice<ResponseVoice>
{
    // A response sounds from its first sample on. What its tail would still hold of earlier input is not missed behind a fade.
    private const int MostWarmUpSamples = 4096;

    private readonly LoadedResponse? _response;
    private readonly IrConvolver[] _lanes;

    /// <summary>Makes what enters when a response is taken out. [main-thread]</summary>
    public ResponseVoice() => _lanes = [];

    /// <summary>Makes the voice for a number of lanes. Takes over the caller's hold on the response. [main-thread]</summary>
    public ResponseVoice(LoadedResponse response, int sampleRateHz, int lanes)
    {
        var prepared = response.At(sampleRateHz);
        _response = response;
        IsStereo = prepared.Channels > 1;
        TailSamples = prepared.LengthSamples;
        _lanes = new IrConvolver[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _lanes[lane] = IrConvolver.Mono(prepared, lane);
    }

    /// <summary>Whether there is a response at all.</summary>
    public bool IsPresent => _lanes.Length > 0;

    /// <summary>Whether the two sides differ.</summary>
    public bool IsStereo { get; }

    /// <inheritdoc/>
    public override int WarmUpSamples => Math.Min(TailSamples, MostWarmUpSamples);

    /// <inheritdoc/>
    public override int TailSamples { get; }

    /// <inheritdoc/>
    public override void Reset(int lane)
    {
        if (IsPresent)
            _lanes[lane].Reset();
    }

    /// <inheritdoc/>
    public override void Process(int lane, float* input, float* output, int frames)
    {
        if (IsPresent)
            _lanes[lane].Process(&input, &output, frames);
        else
            new Span<float>(output, frames).Clear();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
        _response?.Release();
    }
}
