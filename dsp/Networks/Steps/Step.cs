namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>One operation of a plan, packed for an instruction set and bound to places in the state block.</summary>
internal abstract unsafe class Step : IDisposable
{
    /// <summary>Writes start values into a zeroed state. [audio-thread]</summary>
    public virtual void Initialise(byte* state)
    {
    }

    /// <summary>Computes one chunk of at most <see cref="SignalSlot.ChunkFrames"/> frames. [audio-thread]</summary>
    public abstract void Execute(byte* state, int frames);

    /// <summary>Frees packed constants. [main-thread]</summary>
    public virtual void Dispose()
    {
    }
}
