using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// Plays a model whose width may change at any sample without a click. The wanted variant first runs unheard beside the sounding one until its
/// history is real (one receptive field), then fades in. A begun switch completes unless the wanted width returns to the sounding one while
/// the other still warms up; then the latest width is taken. So under a ramp the width keeps moving, and what sounds was wanted one receptive
/// field plus <see cref="CrossfadeMilliseconds"/> before it took over. Two states exist; a change allocates nothing.
/// </summary>
/// <remarks>
/// Played through a settled width the output is that width's to the bit. After a switch it may differ for a while by a constant that glides to
/// nothing: see <see cref="SilentLevel"/>.
/// </remarks>
public sealed unsafe class WidthSwitcher : AudioNetwork
{
    /// <summary>Length of the fade. It sets out and arrives without an edge, which would be heard above a soft, low note.</summary>
    public const double CrossfadeMilliseconds = 30;

    private const int ScratchFrames = 256;

    private readonly ModelVariants _variants;
    private readonly int _crossfadeSamples;
    private readonly NativeBuffer<float> _scratch;
    private readonly SilentLevel _level;
    private NetworkState _soundingState;
    private NetworkState? _warmingState;
    private int _wanted;
    private int _warming = -1;
    private int _warmSamplesLeft;
    private int _fadedSamples;

    /// <summary>Makes an instance at full width, reset and ready. The variants are borrowed and must outlive it. [main-thread]</summary>
    public WidthSwitcher(ModelVariants variants)
    {
        _variants = variants;
        _crossfadeSamples = (int)(CrossfadeMilliseconds / 1000 * variants.SampleRateHz);
        var programs = new NetworkProgram[variants.Variants.Length];
        for (var variant = 0; variant < programs.Length; variant++)
            programs[variant] = variants.Variants[variant].Program;
        _soundingState = new NetworkState(programs);
        _warmingState = programs.Length > 1 ? new NetworkState(programs) : null;
        _scratch = new NativeBuffer<float>(variants.OutputChannels * ScratchFrames);
        _level = new SilentLevel(variants.OutputChannels, variants.SampleRateHz);
        _wanted = variants.Map.Count - 1;
        Reset();
    }

    /// <inheritdoc/>
    public override int InputChannels => _variants.InputChannels;

    /// <inheritdoc/>
    public override int OutputChannels => _variants.OutputChannels;

    /// <summary>The variant that is heard; during a fade, the one that fades out.</summary>
    public int SoundingVariant { get; private set; }

    /// <summary>The variant that the last <see cref="SetWidth"/> asked for.</summary>
    public int WantedVariant => _wanted;

    /// <summary>Whether a switch is under way, unheard or fading.</summary>
    public bool IsSwitching => _warming >= 0;

    /// <summary>Switches that completed since construction.</summary>
    public int CompletedSwitches { get; private set; }

    private ModelVariant Sounding => _variants.Variants[SoundingVariant];

    /// <summary>Samples from the start of a switch to <paramref name="variant"/> until its fade begins.</summary>
    public int WarmUpSamples(int variant) => _variants.Variants[variant].Program.WarmUpSamples;

    /// <summary>Asks for a width; it is heard as soon as that is possible without a click. [audio-thread]</summary>
    /// <param name="width">0..1, see <see cref="WidthMap"/>.</param>
    public void SetWidth(double width) => _wanted = _variants.Map.VariantFor(width);

    /// <summary>Takes the wanted width at once and forgets everything heard. [audio-thread]</summary>
    public override void Reset()
    {
        _warming = -1;
        SoundingVariant = _wanted;
        _level.Set(Sounding.SilentOutput);
        _soundingState.Reset(Sounding.Program);
    }

    /// <inheritdoc/>
    public override void Process(float** input, float** output, int frames)
    {
        var inputs = stackalloc float*[InputChannels];
        var outputs = stackalloc float*[OutputChannels];
        for (var start = 0; start < frames;)
        {
            BeginOrCancel();
            var count = FramesUntilPhaseChange(frames - start);
            for (var channel = 0; channel < InputChannels; channel++)
                inputs[channel] = input[channel] + start;
            for (var channel = 0; channel < OutputChannels; channel++)
                outputs[channel] = output[channel] + start;
            ProcessPhase(inputs, outputs, count);
            start += count;
        }
    }

    /// <summary>Frees both states, not the variants. [main-thread]</summary>
    public override void Dispose()
    {
        _soundingState.Dispose();
        _warmingState?.Dispose();
        _scratch.Dispose();
        _level.Dispose();
    }

    private void BeginOrCancel()
    {
        if (_warming >= 0)
        {
            if (_wanted == SoundingVariant && _fadedSamples == 0)
                _warming = -1;
            return;
        }

        if (_wanted == SoundingVariant)
            return;
        _warming = _wanted;
        _fadedSamples = 0;
        var program = _variants.Variants[_warming].Program;
        _warmSamplesLeft = program.WarmUpSamples;
        _warmingState!.Reset(program);
    }

    private int FramesUntilPhaseChange(int frames)
    {
        if (_warming < 0)
            return frames;
        var left = _warmSamplesLeft > 0 ? _warmSamplesLeft : _crossfadeSamples - _fadedSamples;
        return Math.Min(Math.Min(frames, ScratchFrames), left);
    }

    private void ProcessPhase(float** input, float** output, int frames)
    {
        if (_warming >= 0)
        {
            // The unheard network first: input and output may be the same memory.
            var scratch = stackalloc float*[OutputChannels];
            for (var channel = 0; channel < OutputChannels; channel++)
                scratch[channel] = _scratch.Pointer + channel * ScratchFrames;
            _warmingState!.Process(_variants.Variants[_warming].Program, input, scratch, frames);
        }

        _soundingState.Process(Sounding.Program, input, output, frames);
        if (_warming >= 0 && _warmSamplesLeft == 0)
        {
            Fade(output, frames);
            return;
        }

        if (!_level.IsAt(Sounding.SilentOutput))
            Settle(output, frames);
        if (_warming >= 0)
            _warmSamplesLeft -= frames;
    }

    private void Fade(float** output, int frames)
    {
        var target = _variants.Variants[_warming];
        for (var channel = 0; channel < OutputChannels; channel++)
        {
            var from = output[channel];
            var to = _scratch.Pointer + channel * ScratchFrames;
            var (fromSilent, toSilent) = (Sounding.SilentOutput[channel], target.SilentOutput[channel]);
            for (var frame = 0; frame < frames; frame++)
            {
                var dry = from[frame] - fromSilent;
                var gain = FadeGain((_fadedSamples + frame + 1f) / _crossfadeSamples);
                from[frame] = dry + (to[frame] - toSilent - dry) * gain + _level.Glide(channel, toSilent);
            }
        }

        _fadedSamples += frames;
        if (_fadedSamples < _crossfadeSamples)
            return;
        (_soundingState, _warmingState) = (_warmingState!, _soundingState);
        SoundingVariant = _warming;
        _warming = -1;
        CompletedSwitches++;
    }

    // What an earlier switch left over.
    private void Settle(float** output, int frames)
    {
        for (var channel = 0; channel < OutputChannels; channel++)
        {
            var silent = Sounding.SilentOutput[channel];
            for (var frame = 0; frame < frames; frame++)
                output[channel][frame] += _level.Glide(channel, silent) - silent;
        }
    }

    // From 0 to 1 with a level start and end.
    private static float FadeGain(float progress) => progress * progress * (3 - 2 * progress);
}
