using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.Voices;

namespace NamPlugin.Plugin.Effect;

/// <summary>One of the two impulse responses of an instance.</summary>
internal sealed class ResponseFileSlot(object gate, IEffectHost host, int lanes) : VoicedFileSlot<LoadedResponse, ResponseVoice>(gate, host, lanes)
{
    private const int UsualRateHz = 48_000;

    private static readonly string[] s_extensions = [".wav"];

    /// <summary>Whether a response is in the slot and should be heard. [audio-thread]</summary>
    public bool IsPresent { get; private set; }

    /// <inheritdoc/>
    protected override string Noun => "impulse response";

    /// <inheritdoc/>
    protected override ReadOnlySpan<string> Extensions => s_extensions;

    private int RateHz => SampleRateHz == 0 ? UsualRateHz : (int)Math.Round(SampleRateHz);

    /// <summary>Lets what came since sound. [audio-thread]</summary>
    /// <param name="jumps">Whether it sounds at once, because nothing has sounded yet that it could fade from.</param>
    /// <returns>Whether anything came.</returns>
    public bool TakeVoice(bool jumps)
    {
        if (TakeVoice() is not { } voice)
            return false;
        IsPresent = voice.IsPresent;
        if (!voice.IsPresent)
        {
            // The chain fades the old one out where it is.
            Retire(voice);
            return true;
        }

        voice.Reset(0);
        voice.Reset(1);
        if (jumps)
            Voices.Jump(voice);
        else
            Voices.Enter(voice);
        return true;
    }

    /// <summary>What was made ready counts. [main-thread] while no audio runs</summary>
    public void Settle() => IsPresent = Voices.Sounding is { IsPresent: true };

    /// <inheritdoc/>
    protected override SharedResource Load(FoundFile file) => LoadedResponse.Load(file, RateHz);

    /// <inheritdoc/>
    protected override ResponseVoice MakeVoice(LoadedResponse? file) => file is null ? new ResponseVoice() : new ResponseVoice(file, RateHz, Lanes);
}
