namespace NamPlugin.Dsp.Networks;

/// <summary>Something with memory that turns blocks of audio into blocks of audio: one model at one width, a width switcher, a resampled model.</summary>
public unsafe interface INetwork : IDisposable
{
    /// <summary>Channels that <see cref="Process"/> reads.</summary>
    int InputChannels { get; }

    /// <summary>Channels that <see cref="Process"/> writes.</summary>
    int OutputChannels { get; }

    /// <summary>Forgets everything heard: the state after an endless silence. Allocates nothing. [audio-thread]</summary>
    void Reset();

    /// <summary>
    /// Processes <paramref name="frames"/> samples, any number from 0 up. Input and output planes may be the same memory.
    /// Allocates, locks and throws nothing. [audio-thread]
    /// </summary>
    /// <param name="input">x[channel][time], <see cref="InputChannels"/> planes.</param>
    /// <param name="output">y[channel][time], <see cref="OutputChannels"/> planes.</param>
    /// <param name="frames">Length of every plane.</param>
    void Process(float** input, float** output, int frames);
}
