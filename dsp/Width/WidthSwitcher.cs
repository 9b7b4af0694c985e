using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// Plays a model whose width may change at any sample without a click. The wanted variant first runs unheard beside the sounding one until its
/// history is real (one receptive field), then fades in. A begun switch completes unless the wanted width returns to the sounding one while
/// the other still warms up; then the latest width is taken. So under a ramp the width keeps moving, and it lags by at most one receptive field
/// plus <see cref="CrossfadeMilliseconds"/>. Two states exist; a change allocates nothing.
/// </summary>
public sealed unsafe class WidthSwitcher : INetwork
{
    /// <summary>
    /// Length of the fade. The shape is a straight line, which has the smallest step of all shapes: variants that differ in their silent
    /// output would otherwise thump.
    /// </summary>
    public const double CrossfadeMilliseconds = 30;

    private const int ScratchFrames = 256;

    private readonly ModelVariants _variants;
    private readonly int _crossfadeSamples;
    private readonly NativeBuffer<float> _scratch;
    private NativeBuffer<byte> _soundingState;
    private NativeBuffer<byte> _warmingState;
    private int _wanted;
    private int _warming = -1;
    private int _warmSamplesLeft;
    private int _fadedSamples;

    /// <summary>Makes an instance at full width, reset and ready. The variants are borrowed and must outlive it. [main-thread]</summary>
    public WidthSwitcher(ModelVariants variants)
    {
        _variants = variants;
        _crossfadeSamples = (int)(CrossfadeMilliseconds / 1000 * variants.SampleRateHz);
        var stateBytes = variants.Variants.Max(static variant => variant.Program.StateBytes);
        _soundingState = new NativeBuffer<byte>(stateBytes);
        _warmingState = new NativeBuffer<byte>(variants.Map.Count > 1 ? stateBytes : 0);
        _scratch = new NativeBuffer<float>(variants.OutputChannels * ScratchFrames);
        _wanted = variants.Map.Count - 1;
        Reset();
    }

    /// <inheritdoc/>
    public int InputChannels => _variants.InputChannels;

    /// <inheritdoc/>
    public int OutputChannels => _variants.OutputChannels;

    /// <summary>The variant that is heard; during a fade, the one that fades out.</summary>
    public int SoundingVariant { get; private set; }

    /// <summary>The variant that the last <see cref="SetWidth"/> asked for.</summary>
    public int WantedVariant => _wanted;

    /// <summary>Whether a switch is under way, unheard or fading.</summary>
    public bool IsSwitching => _warming >= 0;

    /// <summary>Switches that completed since construction.</summary>
    public int CompletedSwitches { get; private set; }

    /// <summary>Samples from the start of a switch to <paramref name="variant"/> until its fade begins.</summary>
    public int WarmUpSamples(int variant) => _variants.Variants[variant].Program.WarmUpSamples;

    /// <summary>Asks for a width; it is heard as soon as that is possible without a click. [audio-thread]</summary>
    /// <param name="width">0..1, see <see cref="WidthMap"/>.</param>
    public void SetWidth(double width) => _wanted = _variants.Map.VariantFor(width);

    /// <summary>Takes the wanted width at once and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _warming = -1;
        SoundingVariant = _wanted;
        _variants.Variants[SoundingVariant].Program.Reset(_soundingState.Pointer);
    }

    /// <inheritdoc/>
    public void Process(float** input, float** output, int frames)
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
    public void Dispose()
    {
        _soundingState.Dispose();
        _warmingState.Dispose();
        _scratch.Dispose();
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
        program.Reset(_warmingState.Pointer);
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
            _variants.Variants[_warming].Program.Process(_warmingState.Pointer, input, scratch, frames);
        }

        _variants.Variants[SoundingVariant].Program.Process(_soundingState.Pointer, input, output, frames);
        if (_warming < 0)
            return;
        if (_warmSamplesLeft > 0)
            _warmSamplesLeft -= frames;
        else
            Fade(output, frames);
    }

    private void Fade(float** output, int frames)
    {
        for (var channel = 0; channel < OutputChannels; channel++)
        {
            var from = output[channel];
            var to = _scratch.Pointer + channel * ScratchFrames;
            for (var frame = 0; frame < frames; frame++)
                from[frame] += (to[frame] - from[frame]) * ((_fadedSamples + frame + 1f) / _crossfadeSamples);
        }

        _fadedSamples += frames;
        if (_fadedSamples < _crossfadeSamples)
            return;
        (_soundingState, _warmingState) = (_warmingState, _soundingState);
        SoundingVariant = _warming;
        _warming = -1;
        CompletedSwitches++;
    }
}
