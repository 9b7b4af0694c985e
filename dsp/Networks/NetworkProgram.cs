using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks;

/// <summary>
/// A plan packed for one instruction set: everything about a model at one width that never changes. Programs hold no state, so any number of
/// instances and threads share one; each brings its own state block of <see cref="StateBytes"/>.
/// </summary>
public abstract unsafe class NetworkProgram : IDisposable
{
    /// <summary>Channels of the input.</summary>
    public abstract int InputChannels { get; }

    /// <summary>Channels of the output.</summary>
    public abstract int OutputChannels { get; }

    /// <summary>Input samples that an output sample depends on; after that many samples the state has forgotten where it started.</summary>
    public abstract int ReceptiveFieldSamples { get; }

    /// <summary>
    /// Samples of real input after which a freshly reset state sounds like one that heard everything: the receptive field less the newest sample,
    /// and for recurrent parts, which never forget entirely, the time in which what remains is inaudible.
    /// </summary>
    public abstract int WarmUpSamples { get; }

    /// <summary>Size of a state block in bytes; it must be aligned to 64 bytes.</summary>
    public abstract int StateBytes { get; }

    /// <summary>Packs a plan; the plan may be disposed afterwards. [main-thread]</summary>
    public static NetworkProgram Compile(LayerPlan plan, LaneWidth lanes) => lanes switch
    {
        LaneWidth.Wide512 => new LanedProgram<Wide512>(plan),
        LaneWidth.Wide256 => new LanedProgram<Wide256>(plan),
        LaneWidth.Wide128 => new LanedProgram<Wide128>(plan),
        LaneWidth.Scalar => new LanedProgram<Scalar>(plan),
        _ => throw new ArgumentOutOfRangeException(nameof(lanes)),
    };

    /// <summary>Puts a state block, whatever it holds, into the state after an endless silence. [audio-thread]</summary>
    public abstract void Reset(byte* state);

    /// <summary>Processes any number of frames; input and output planes may be the same memory. [audio-thread]</summary>
    /// <param name="state">A block that <see cref="Reset"/> has prepared.</param>
    /// <param name="input">x[channel][time].</param>
    /// <param name="output">y[channel][time].</param>
    /// <param name="frames">Length of every plane.</param>
    public abstract void Process(byte* state, float** input, float** output, int frames);

    /// <summary>Frees the packed constants. [main-thread]</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the subclass holds.</summary>
    protected abstract void Dispose(bool disposing);
}
