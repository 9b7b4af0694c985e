using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Reamp;

/// <summary>One sounding model at the recording's rate: a width switcher, wrapped in a resampler where the rates differ.</summary>
internal sealed class ModelVoice : IDisposable
{
    private readonly WidthSwitcher _switcher;

    /// <summary>Makes a voice. The variants are borrowed.</summary>
    public ModelVoice(ModelVariants variants, int sampleRateHz)
    {
        _switcher = new WidthSwitcher(variants);
        Network = ResampledNetwork.AtHostRate(_switcher, variants.SampleRateHz, sampleRateHz, out var latencySamples);
        LatencySamples = latencySamples;
    }

    /// <summary>What to process with.</summary>
    public AudioNetwork Network { get; }

    /// <summary>Frames by which the output comes late.</summary>
    public int LatencySamples { get; }

    /// <summary>Width switches that were heard.</summary>
    public int CompletedSwitches => _switcher.CompletedSwitches;

    /// <summary>Asks for a width.</summary>
    public void SetWidth(double width) => _switcher.SetWidth(width);

    /// <summary>Takes the width at once and forgets everything heard.</summary>
    public void Reset() => Network.Reset();

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
