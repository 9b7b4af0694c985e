namespace NamPlugin.Dsp.Networks;

/// <summary>Something with memory that turns blocks of audio into blocks of audio: one model at one width, a width switcher, a resampled model.</summary>
/// <remarks>
/// A class and no interface: NativeAOT finds the target of an interface call when the call is first made on an object of a type, and takes a lock
/// and allocates for that, which on the audio thread may be in the midst of playing. A virtual call has nothing to find.
/// </remarks>
public abstract unsafe class AudioNetwork : IDisposable
{
    /// <summary>Channels that <see cref="Process"/> reads.</summary>
    public abstract int InputChannels { get; }

    /// <summary>Channels that <see cref="Process"/> writes.</summary>
    public abstract int OutputChannels { get; }

    /// <summary>Forgets everything heard: the state after an endless silence. Allocates nothing. [audio-thread]</summary>
    public abstract void Reset();

    /// <summary>
    /// Processes <paramref name="frames"/> samples, any number from 0 up. Input and output planes may be the same memory.
    /// Allocates, locks and throws nothing. [audio-thread]
    /// </summary>
    /// <param name="input">x[channel][time], <see cref="InputChannels"/> planes.</param>
    /// <param name="output">y[channel][time], <see cref="OutputChannels"/> planes.</param>
    /// <param name="frames">Length of every plane.</param>
    public abstract void Process(float** input, float** output, int frames);

    /// <summary>Frees what it owns. [main-thread]</summary>
    public abstract void Dispose();
}
