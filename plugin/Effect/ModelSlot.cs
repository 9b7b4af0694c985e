using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// Where the chain's model sits: plays the current voice, and when another takes over lets it warm up on the real input before it fades in, so
/// that a change of model neither pops nor starts from silence. An empty slot lets the sound through.
/// </summary>
internal sealed unsafe class ModelSlot : IDisposable
{
    /// <summary>Longest piece that is processed at once; the chain's pieces are no longer.</summary>
    private const int PieceFrames = 256;

    private readonly Handoff<ModelVoice> _handoff;
    private readonly LaneNetwork[] _lanes;
    private Glide _fade;
    private ModelVoice? _sounding;
    private ModelVoice? _entering;

    /// <summary>Makes a slot with a network for each of <paramref name="lanes"/>. [main-thread]</summary>
    public ModelSlot(Handoff<ModelVoice> handoff, int lanes)
    {
        _handoff = handoff;
        _lanes = new LaneNetwork[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _lanes[lane] = new LaneNetwork(this, lane);
    }

    /// <summary>What sounds, or will when the fade is over.</summary>
    public ModelVoice? Current => _entering ?? _sounding;

    /// <summary>The network to hand to the chain for a lane.</summary>
    public AudioNetwork this[int lane] => _lanes[lane];

    /// <summary>Sets the rate of the fade. [main-thread]</summary>
    public void Prepare(double sampleRateHz) => _fade.Prepare(sampleRateHz, Glide.DefaultSeconds, 0);

    /// <summary>Takes a voice at once, without a fade. [main-thread, while no audio runs]</summary>
    /// <returns>The voice that was there, for the caller to free.</returns>
    public ModelVoice? Replace(ModelVoice? voice)
    {
        var old = _sounding;
        _entering?.Dispose();
        _entering = null;
        _sounding = voice;
        return old;
    }

    /// <summary>Begins the fade to another voice. A fade under way is cut short. [audio-thread]</summary>
    public void Enter(ModelVoice voice)
    {
        if (_entering is not null)
            Finish();
        _entering = voice;
        foreach (var lane in _lanes)
            lane.Begin(_fade);
    }

    /// <inheritdoc cref="ModelVoice.SetWidth"/>
    public void SetWidth(double width)
    {
        _sounding?.SetWidth(width);
        _entering?.SetWidth(width);
    }

    /// <inheritdoc cref="ModelVoice.SetLevels"/>
    public void SetLevels(in ChainSettings settings)
    {
        _sounding?.SetLevels(settings);
        _entering?.SetLevels(settings);
    }

    /// <summary>Ends fades that are over and gives back what faded out. Call between blocks. [audio-thread]</summary>
    public void Settle()
    {
        // The first lane always plays; another that plays keeps step with it.
        if (_entering is not null && _lanes[0].IsDone)
            Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sounding?.Dispose();
        _entering?.Dispose();
        foreach (var lane in _lanes)
            lane.Free();
    }

    private void Finish()
    {
        if (_sounding is { } old)
            _handoff.Retire(old);
        _sounding = _entering;
        _entering = null;
    }

    /// <summary>One lane's view of the slot. Its fade is its own, because lanes process one after the other.</summary>
    private sealed class LaneNetwork(ModelSlot slot, int lane) : AudioNetwork
    {
        private readonly NativeBuffer<float> _dry = new(PieceFrames);
        private readonly NativeBuffer<float> _wet = new(PieceFrames);
        private Glide _fade;
        private int _warmSamplesLeft;

        public override int InputChannels => 1;

        public override int OutputChannels => 1;

        public bool IsDone => _warmSamplesLeft == 0 && !_fade.IsMoving;

        public void Begin(Glide shape)
        {
            _fade = shape;
            _fade.Snap(0);
            _fade.SetTarget(1);
            _warmSamplesLeft = slot._entering!.WarmUpSamples;
        }

        public override void Reset()
        {
            slot._sounding?.Reset();
            slot._entering?.Reset();
        }

        public override void Process(float** input, float** output, int frames)
        {
            for (var start = 0; start < frames;)
            {
                var count = Math.Min(frames - start, PieceFrames);
                if (_warmSamplesLeft > 0)
                    count = Math.Min(count, _warmSamplesLeft);
                ProcessPiece(input[0] + start, output[0] + start, count);
                start += count;
            }
        }

        public void Free()
        {
            _dry.Dispose();
            _wet.Dispose();
        }

        public override void Dispose() => Free();

        private void ProcessPiece(float* input, float* output, int frames)
        {
            if (slot._entering is not { } entering)
            {
                Sound(slot._sounding, input, output, frames);
                return;
            }

            new ReadOnlySpan<float>(input, frames).CopyTo(_dry.Span);
            Sound(entering, _dry.Pointer, _wet.Pointer, frames);
            Sound(slot._sounding, input, output, frames);
            if (_warmSamplesLeft > 0)
            {
                _warmSamplesLeft -= frames;
                return;
            }

            Crossfade.Mix(output, _wet.Pointer, output, frames, _fade);
            _fade.Skip(frames);
        }

        private void Sound(ModelVoice? voice, float* input, float* output, int frames)
        {
            if (voice is not null)
                voice.Process(lane, input, output, frames);
            else if (input != output)
                new ReadOnlySpan<float>(input, frames).CopyTo(new Span<float>(output, frames));
        }
    }
}
