using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.Voices;

namespace NamPlugin.Plugin.Effect;

/// <summary>A file of an instance with the way of its sound to the audio thread.</summary>
/// <typeparam name="TFile">What is loaded.</typeparam>
/// <typeparam name="TVoice">What it sounds like at the host's rate.</typeparam>
internal abstract class VoicedFileSlot<TFile, TVoice> : FileSlot
    where TFile : SharedResource
    where TVoice : Voice<TVoice>
{
    private readonly Handoff<TVoice> _handoff = new();

    /// <summary>An empty slot for a chain of <paramref name="lanes"/>. [main-thread]</summary>
    protected VoicedFileSlot(object gate, IEffectHost host, int lanes)
        : base(gate, host)
    {
        Lanes = lanes;
        Voices = new VoiceSlot<TVoice>(_handoff, lanes);
    }

    /// <summary>What sounds.</summary>
    public VoiceSlot<TVoice> Voices { get; }

    /// <summary>What is loaded; null for nothing. Under the gate.</summary>
    public TFile? Loaded { get; private set; }

    /// <summary>Samples of the host's rate by which it answers late. [thread-safe]</summary>
    public int LatencySamples { get; private set; }

    /// <summary>Mono lanes of the chain.</summary>
    protected int Lanes { get; }

    /// <summary>The host's rate; 0 while no audio runs. Under the gate.</summary>
    protected double SampleRateHz { get; private set; }

    /// <summary>A voice that came since it was asked last, or null; one that is entering ends its fade first. [audio-thread]</summary>
    public TVoice? TakeVoice() => Voices.Entering is null ? _handoff.Take() : null;

    /// <summary>Gives back a voice that is not to sound. [audio-thread]</summary>
    public void Retire(TVoice voice) => _handoff.Retire(voice);

    /// <summary>Makes what is loaded ready for a host's rate. [main-thread] under the gate, while no audio runs</summary>
    public void Prepare(double sampleRateHz)
    {
        SampleRateHz = sampleRateHz;
        _handoff.Clear();
        Voices.Prepare(sampleRateHz);
        var voice = Loaded is null ? null : MakeVoice();
        Voices.Replace(voice)?.Dispose();
        LatencySamples = voice?.LatencySamples ?? 0;
    }

    /// <summary>No audio runs until the next <see cref="Prepare"/>. [main-thread] under the gate</summary>
    public void Suspend()
    {
        SampleRateHz = 0;
        _handoff.FreeRetired();
    }

    /// <inheritdoc/>
    public sealed override SharedResource? HoldLoaded() => Loaded?.TryHold() == true ? Loaded : null;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _handoff.Clear();
        Voices.Dispose();
        Loaded?.Release();
    }

    /// <summary>The voice of a file, whose hold it takes over; or of none, when a file is taken out.</summary>
    protected abstract TVoice MakeVoice(TFile? file);

    /// <inheritdoc/>
    protected sealed override FileChange Take(SharedResource? loaded)
    {
        var isSame = loaded == Loaded;
        Loaded?.Release();
        Loaded = (TFile?)loaded;
        if (isSame || SampleRateHz == 0)
            return FileChange.None;
        var voice = MakeVoice();
        var isLatencyAnother = voice.LatencySamples != LatencySamples;
        LatencySamples = voice.LatencySamples;
        _handoff.Publish(voice);
        return isLatencyAnother ? FileChange.Sound | FileChange.Latency : FileChange.Sound;
    }

    private TVoice MakeVoice()
    {
        Loaded?.TryHold();
        return MakeVoice(Loaded);
    }
}
