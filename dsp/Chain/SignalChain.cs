using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// From guitar to loudspeaker, in this order: input trim, calibration, low cut, tone stack (pre), gate detector, model, gate gain, tone stack
/// (post), high cut, two impulse responses, DC blocker, gain of the output mode, output trim, bypass crossfade.
/// </summary>
/// <remarks>
/// <para>
/// Settings and networks take effect at the first sample of the next <see cref="Process"/>; levels, filters, mixes and bypass then glide
/// there. A caller that wants a change at a certain sample ends the block before it. The output does not depend on how a stream is cut into
/// blocks, to the bit, as far as the networks' does not.
/// </para>
/// <para>
/// The model and the impulse responses are mono networks that belong to the caller, already at rest, at the rate of this chain. One for the
/// left is enough while the routing is mono; dual mono needs one for each side, with a memory of its own. An impulse response that has a
/// right network in a mono routing is a stereo cabinet behind one amp. Exchanging a sounding network is immediate: to fade, hand in one
/// that fades.
/// </para>
/// </remarks>
public sealed unsafe class SignalChain : IDisposable
{
    /// <summary>Input and output channels at most.</summary>
    public const int MaximumChannels = 2;

    /// <summary>Longer blocks are worked through in pieces of this size, which stay in the first-level cache.</summary>
    private const int PieceFrames = 256;

    private readonly InputSelector _selector = new();
    private readonly AmpLane[] _lanes = [new(), new()];
    private readonly CabinetMix[] _cabinets = [new(), new()];
    private readonly OutputSide[] _sides = [new(), new()];
    private readonly BypassCrossfade _bypass = new();
    private readonly NativeBuffer<float> _scratch = new(5 * PieceFrames);

    // What the right side hears: 0 the first lane, 1 the second.
    private Glide _rightLane;

    // How much of its input the second lane gets: it fades in when the lane begins.
    private Glide _secondFeed;

    // What the right output is: 0 a copy of the left, 1 a side of its own.
    private Glide _rightOwn;

    private ModelMetadata _metadata = ModelMetadata.Empty;
    private bool _isPlaying;

    /// <summary>A chain with the settings of a fresh instance and no networks. Call <see cref="Prepare"/> before processing. [main-thread]</summary>
    public SignalChain() => Prepare(48_000.0, 0);

    /// <summary>What was applied last.</summary>
    public ChainSettings Settings { get; private set; } = new();

    /// <summary>Input samples that were not audio (NaN, infinite, absurd) and were taken as 0.</summary>
    public long ReplacedInputSamples => _selector.ReplacedSamples;

    /// <summary>The same for what the networks put out. More than 0 means a broken model or impulse response.</summary>
    public long ReplacedNetworkSamples =>
        _lanes[0].ReplacedSamples + _lanes[1].ReplacedSamples + _sides[0].ReplacedSamples + _sides[1].ReplacedSamples;

    private bool IsDual => Settings.Routing == InputRouting.DualMono;

    private bool RightIsOwn => _rightOwn.IsNonZero;

    private bool SecondLaneSounds => RightIsOwn && _rightLane.IsNonZero;

    /// <summary>Sets the sample rate, allocates all memory and forgets everything heard. [main-thread]</summary>
    /// <param name="sampleRateHz">The rate of input and output.</param>
    /// <param name="maximumLatencySamples">The longest delay that <see cref="SetLatency"/> will ever name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is below 1 kHz, or the latency negative.</exception>
    public void Prepare(double sampleRateHz, int maximumLatencySamples)
    {
        if (!(sampleRateHz >= 1_000.0) || !double.IsFinite(sampleRateHz))
            throw new ArgumentOutOfRangeException(nameof(sampleRateHz), sampleRateHz, "A sample rate is at least 1000 Hz.");
        ArgumentOutOfRangeException.ThrowIfNegative(maximumLatencySamples);

        _selector.Prepare(sampleRateHz);
        for (var side = 0; side < MaximumChannels; side++)
        {
            _lanes[side].Prepare(sampleRateHz, PieceFrames, maximumLatencySamples);
            _cabinets[side].Prepare(sampleRateHz, PieceFrames);
            _sides[side].Prepare(sampleRateHz);
        }
        _rightLane.Prepare(sampleRateHz, Glide.DefaultSeconds, _rightLane.Target);
        _secondFeed.Prepare(sampleRateHz, Glide.DefaultSeconds, 1.0);
        _rightOwn.Prepare(sampleRateHz, Glide.DefaultSeconds, _rightOwn.Target);
        _bypass.Prepare(sampleRateHz, maximumLatencySamples);
        Apply(Settings);
        Reset();
    }

    /// <summary>Turns the knobs. Before the first block they jump, afterwards they glide. Applying the same settings again changes nothing. [audio-thread]</summary>
    public void Apply(in ChainSettings settings)
    {
        Settings = settings;
        _selector.SetTarget(settings.Routing);
        foreach (var lane in _lanes)
            lane.SetTarget(settings, _metadata);
        foreach (var side in _sides)
            side.SetTarget(settings, _metadata);
        _bypass.SetTarget(settings.Bypass);
        Recable();
    }

    /// <summary>Exchanges the model, and with it the gains that follow from what it says about levels. Null lets the signal through. [audio-thread]</summary>
    /// <param name="left">The model of the only, or the left, amp.</param>
    /// <param name="right">The same model with a memory of its own, for dual mono.</param>
    /// <param name="metadata">What the capture says about itself.</param>
    public void SetModel(AudioNetwork? left, AudioNetwork? right, ModelMetadata metadata)
    {
        _metadata = metadata;
        _lanes[0].SetModel(left);
        _lanes[1].SetModel(right);
        foreach (var lane in _lanes)
            lane.JumpToCalibration(Settings, metadata);
        foreach (var side in _sides)
            side.JumpToMode(Settings, metadata);
    }

    /// <summary>Exchanges the first impulse response; null empties the slot. [audio-thread]</summary>
    /// <param name="left">The response of the only, or the left, side.</param>
    /// <param name="right">The response of the right side, for dual mono or a stereo cabinet.</param>
    public void SetFirstImpulseResponse(AudioNetwork? left, AudioNetwork? right)
    {
        _cabinets[0].SetFirst(left);
        _cabinets[1].SetFirst(right);
        Recable();
    }

    /// <summary>Exchanges the second impulse response; null empties the slot. [audio-thread]</summary>
    /// <param name="left">The response of the only, or the left, side.</param>
    /// <param name="right">The response of the right side, for dual mono or a stereo cabinet.</param>
    public void SetSecondImpulseResponse(AudioNetwork? left, AudioNetwork? right)
    {
        _cabinets[0].SetSecond(left);
        _cabinets[1].SetSecond(right);
        Recable();
    }

    /// <summary>
    /// Says by how many samples the networks answer late, together at most what was prepared. The gate's gain waits for the model, the
    /// bypassed signal for both. The chain itself adds nothing. [audio-thread]
    /// </summary>
    public void SetLatency(int modelSamples, int impulseResponseSamples = 0)
    {
        foreach (var lane in _lanes)
            lane.SetLatency(modelSamples);
        _bypass.SetLatency(modelSamples + impulseResponseSamples);
    }

    /// <summary>Forgets everything heard, in the networks too, and jumps to the settings. [audio-thread]</summary>
    public void Reset()
    {
        _isPlaying = false;
        Settle();
    }

    /// <summary>
    /// Processes any number of frames from 0 up. Allocates, locks and throws nothing. [audio-thread]
    /// </summary>
    /// <param name="input">x[channel][time].</param>
    /// <param name="inputChannels">0 (silence), 1 or 2; further ones are not heard.</param>
    /// <param name="output">y[channel][time]; its planes may be those of the input.</param>
    /// <param name="outputChannels">1 or 2; a single one is the left, further ones are not written.</param>
    /// <param name="frames">Length of every plane.</param>
    public void Process(float** input, int inputChannels, float** output, int outputChannels, int frames)
    {
        outputChannels = Math.Min(outputChannels, MaximumChannels);
        _isPlaying |= frames > 0;
        for (var start = 0; start < frames; start += PieceFrames)
            ProcessPiece(input, inputChannels, output, outputChannels, start, Math.Min(PieceFrames, frames - start));
    }

    /// <summary>Frees the memory, not the networks. [main-thread]</summary>
    public void Dispose()
    {
        for (var side = 0; side < MaximumChannels; side++)
        {
            _lanes[side].Dispose();
            _cabinets[side].Dispose();
        }
        _bypass.Dispose();
        _scratch.Dispose();
    }

    private void ProcessPiece(float** input, int inputChannels, float** output, int outputChannels, int start, int frames)
    {
        var scratch = _scratch.Pointer;
        var dry = stackalloc float*[MaximumChannels] { scratch, scratch + PieceFrames };
        var wet = stackalloc float*[MaximumChannels] { scratch + (2 * PieceFrames), scratch + (3 * PieceFrames) };
        var secondLane = scratch + (4 * PieceFrames);

        _selector.Process(input, inputChannels, start, frames, dry, wet[0]);
        _lanes[0].Process(wet[0], frames);
        if (outputChannels > 1 && RightIsOwn)
        {
            ProcessRightLane(dry[1], wet[0], wet[1], secondLane, frames);
            _cabinets[0].Process(wet[0], frames);
            _cabinets[1].Process(wet[1], frames);
            Crossfade.Mix(wet[0], wet[1], wet[1], frames, _rightOwn);
            _rightOwn.Skip(frames);
        }
        else
        {
            _cabinets[0].Process(wet[0], frames);
            Planes.Copy(wet[0], wet[1], frames);
        }

        var target = stackalloc float*[MaximumChannels];
        for (var channel = 0; channel < outputChannels; channel++)
        {
            _sides[channel].Process(wet[channel], frames);
            target[channel] = output[channel] + start;
        }
        _bypass.Process(dry, wet, target, outputChannels, frames);
    }

    private void ProcessRightLane(float* dryRight, float* firstLane, float* right, float* secondLane, int frames)
    {
        if (SecondLaneSounds)
        {
            Crossfade.Scale(dryRight, secondLane, frames, _secondFeed);
            _secondFeed.Skip(frames);
            _lanes[1].Process(secondLane, frames);
        }
        Crossfade.Mix(firstLane, secondLane, right, frames, _rightLane);
        _rightLane.Skip(frames);
    }

    /// <summary>
    /// Decides which lanes and sides are in use. What was not in use begins anew; what no longer is fades before it stops. Before the first
    /// block everything is simply in its place.
    /// </summary>
    private void Recable()
    {
        for (var side = 0; side < MaximumChannels; side++)
            WeighCabinet(_cabinets[side], isLeft: side == 0);

        var wantsOwn = IsDual || _cabinets[1].HasFirst || _cabinets[1].HasSecond;
        if (IsDual && !SecondLaneSounds)
        {
            _lanes[1].Reset();
            _secondFeed.Snap(0.0);
            _secondFeed.SetTarget(1.0);
        }
        if (!RightIsOwn)
            _rightLane.Snap(IsDual ? 1.0 : 0.0);
        else if (wantsOwn)
            _rightLane.SetTarget(IsDual ? 1.0 : 0.0);
        _rightOwn.SetTarget(wantsOwn ? 1.0 : 0.0);
        if (!_isPlaying)
            Settle();
    }

    private void WeighCabinet(CabinetMix cabinet, bool isLeft)
    {
        var first = Settings.FirstIrOn && cabinet.HasFirst;
        var second = Settings.SecondIrOn && cabinet.HasSecond;
        var mix = Math.Clamp(Settings.IrMix, 0.0, 1.0);
        if (first != second)
            mix = second ? 1.0 : 0.0;
        else if (IsDual)
            mix = isLeft ? 0.0 : 1.0;

        var firstGain = (1.0 - mix) * Decibels.ToGain(Settings.FirstIrDb);
        var secondGain = mix * Decibels.ToGain(Settings.SecondIrDb);
        cabinet.SetTarget(first || second ? 0.0 : 1.0, first ? firstGain : 0.0, second ? secondGain : 0.0);
    }

    /// <summary>Everything at its target and at rest.</summary>
    private void Settle()
    {
        _selector.Reset();
        _rightLane.Snap();
        _secondFeed.Snap(1.0);
        _rightOwn.Snap();
        for (var side = 0; side < MaximumChannels; side++)
        {
            _lanes[side].Reset();
            _cabinets[side].Reset();
            _sides[side].Reset();
        }
        _bypass.Reset();
    }
}
