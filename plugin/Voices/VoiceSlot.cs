using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Plugin.Voices;

/// <summary>
/// Where the sound of a file sits in the chain: plays the current voice, and when another takes over lets it warm up on the real input before it
/// fades in, so that a change neither pops nor starts from silence. An empty slot lets the sound through.
/// </summary>
/// <typeparam name="T">The kind of voice.</typeparam>
internal sealed unsafe class VoiceSlot<T> : IDisposable
    where T : Voice<T>
{
    /// <summary>Longest piece that is processed at once; the chain's pieces are no longer.</summary>
    private const int PieceFrames = 256;

    private readonly Handoff<T> _handoff;
    private readonly LaneNetwork[] _lanes;
    private Glide _fade;

    /// <summary>Makes a slot with a network for each of <paramref name="lanes"/>. [main-thread]</summary>
    public VoiceSlot(Handoff<T> handoff, int lanes)
    {
        _handoff = handoff;
        _lanes = new LaneNetwork[lanes];
        for (var lane = 0; lane < lanes; lane++)
            _lanes[lane] = new LaneNetwork(this, lane);
    }

    /// <summary>What sounds; null for nothing.</summary>
    public T? Sounding { get; private set; }

    /// <summary>What will sound when it is warm and has faded in; null outside a change.</summary>
    public T? Entering { get; private set; }

    /// <summary>What sounds, or will when the fade is over.</summary>
    public T? Current => Entering ?? Sounding;

    /// <summary>The network to hand to the chain for a lane.</summary>
    public AudioNetwork this[int lane] => _lanes[lane];

    /// <summary>Sets the rate of the fade. [main-thread]</summary>
    public void Prepare(double sampleRateHz) => _fade.Prepare(sampleRateHz, Glide.DefaultSeconds, 0);

    /// <summary>Takes a voice at once, without a fade. [main-thread, while no audio runs]</summary>
    /// <returns>The voice that was there, for the caller to free.</returns>
    public T? Replace(T? voice)
    {
        var old = Sounding;
        Entering?.Dispose();
        Entering = null;
        Sounding = voice;
        return old;
    }

    /// <summary>Begins the fade to another voice, when none is under way. [audio-thread]</summary>
    public void Enter(T voice)
    {
        Entering = voice;
        foreach (var lane in _lanes)
            lane.Begin(_fade);
    }

    /// <summary>Takes a voice at once: nothing has sounded yet that it could fade from. [audio-thread]</summary>
    public void Jump(T voice)
    {
        Entering = voice;
        Finish();
    }

    /// <summary>Ends fades that are over and gives back what faded out. Call after blocks that had any frames. [audio-thread]</summary>
    public void Settle()
    {
        // The first lane plays whenever the slot is heard; another that plays keeps step with it. Where nobody listens there is nothing to fade.
        if (Entering is not null && (_lanes[0].IsDone || !_lanes[0].HasPlayed))
            Finish();
        foreach (var lane in _lanes)
            lane.HasPlayed = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sounding?.Dispose();
        Entering?.Dispose();
        foreach (var lane in _lanes)
            lane.Free();
    }

    private void Finish()
    {
        if (Sounding is { } old)
            _handoff.Retire(old);
        Sounding = Entering;
        Entering = null;
    }

    /// <summary>One lane's view of the slot. Its fade is its own, because lanes process one after the other.</summary>
    private sealed class LaneNetwork(VoiceSlot<T> slot, int lane) : AudioNetwork
    {
        private readonly NativeBuffer<float> _dry = new(PieceFrames);
        private readonly NativeBuffer<float> _wet = new(PieceFrames);
        private Glide _fade;
        private int _warmSamplesLeft;

        public override int InputChannels => 1;

        public override int OutputChannels => 1;

        public bool IsDone => _warmSamplesLeft == 0 && !_fade.IsMoving;

        public bool HasPlayed { get; set; }

        public void Begin(Glide shape)
        {
            _fade = shape;
            _fade.Snap(0);
            _fade.SetTarget(1);
            _warmSamplesLeft = slot.Entering!.WarmUpSamples;
        }

        public override void Reset()
        {
            slot.Sounding?.Reset(lane);
            slot.Entering?.Reset(lane);
        }

        public override void Process(float** input, float** output, int frames)
        {
            HasPlayed = true;
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
            if (slot.Entering is not { } entering)
            {
                Sound(slot.Sounding, input, output, frames);
                return;
            }

            new ReadOnlySpan<float>(input, frames).CopyTo(_dry.Span);
            Sound(entering, _dry.Pointer, _wet.Pointer, frames);
            Sound(slot.Sounding, input, output, frames);
            if (_warmSamplesLeft > 0)
            {
                _warmSamplesLeft -= frames;
                return;
            }

            Crossfade.Mix(output, _wet.Pointer, output, frames, _fade);
            _fade.Skip(frames);
        }

        private void Sound(T? voice, float* input, float* output, int frames)
        {
            if (voice is not null)
                voice.Process(lane, input, output, frames);
            else if (input != output)
                new ReadOnlySpan<float>(input, frames).CopyTo(new Span<float>(output, frames));
        }
    }
}
