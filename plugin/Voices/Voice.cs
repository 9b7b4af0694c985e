namespace NamPlugin.Plugin.Voices;

/// <summary>
/// What a loaded file sounds like at the host's rate: one mono network for each lane of the chain. Made off the audio thread, played by it, given
/// back to be freed.
/// </summary>
/// <typeparam name="T">The implementing class itself.</typeparam>
internal abstract unsafe class Voice<T> : Retirable<T>
    where T : Voice<T>
{
    /// <summary>Samples of the host's rate by which it answers late.</summary>
    public virtual int LatencySamples => 0;

    /// <summary>Samples of real input, at the host's rate, that it hears before it may sound.</summary>
    public abstract int WarmUpSamples { get; }

    /// <summary>Samples of the host's rate for which it sounds on.</summary>
    public abstract int TailSamples { get; }

    /// <summary>Forgets what a lane heard. [audio-thread]</summary>
    public abstract void Reset(int lane);

    /// <summary>Plays one lane: x[time] to y[time], which may be the same memory. [audio-thread]</summary>
    /// <param name="lane">Which network.</param>
    /// <param name="input">x[time], overwritten.</param>
    /// <param name="output">y[time].</param>
    /// <param name="frames">Length of both.</param>
    public abstract void Process(int lane, float* input, float* output, int frames);
}
