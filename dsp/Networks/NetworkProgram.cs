using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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

    /// <summary>
    /// Silent samples after which nothing in a state changes any more; null with feedback, which has come to rest when the state says so;
    /// <see cref="int.MaxValue"/> where the place of a sample in time matters (transforms of whole blocks), so that time must not stand still.
    /// </summary>
    public abstract int? SettlingFrames { get; }

    /// <summary>Size of a state block in bytes; it must be aligned to 64 bytes.</summary>
    public abstract int StateBytes { get; }

    /// <summary>Bytes at the start of a state that only say where in time it is; the rest is what it remembers.</summary>
    public abstract int PositionBytes { get; }

    /// <summary>
    /// Packs a plan; the plan may be disposed afterwards. A native build holds the kernels of its own instruction set only; a run under the
    /// just-in-time compiler can choose any that the machine has. [main-thread]
    /// </summary>
    /// <exception cref="NotSupportedException">The lanes are not accelerated here, or not part of this build.</exception>
    public static NetworkProgram Compile(LayerPlan plan, LaneWidth lanes)
    {
        if (lanes == LaneWidth.Wide512 && Vector512.IsHardwareAccelerated)
            return new LanedProgram<Wide512>(plan);
        if (lanes == LaneWidth.Wide256 && IsChoosable(Vector256.IsHardwareAccelerated, Vector512.IsHardwareAccelerated))
            return new LanedProgram<Wide256>(plan);
        if (lanes == LaneWidth.Wide128 && IsChoosable(Vector128.IsHardwareAccelerated, Vector256.IsHardwareAccelerated))
            return new LanedProgram<Wide128>(plan);
        if (lanes == LaneWidth.Scalar && IsChoosable(supported: true, Vector128.IsHardwareAccelerated))
            return new LanedProgram<Scalar>(plan);
        throw new NotSupportedException($"{lanes} is not available here; this build and machine run {LaneWidths.Widest}.");
    }

    /// <summary>Puts a state block, whatever it holds, into the state after an endless silence. [audio-thread]</summary>
    public abstract void Reset(byte* state);

    /// <summary>Processes any number of frames; input and output planes may be the same memory. [audio-thread]</summary>
    /// <param name="state">A block that <see cref="Reset"/> has prepared.</param>
    /// <param name="input">x[channel][time].</param>
    /// <param name="output">y[channel][time].</param>
    /// <param name="frames">Length of every plane.</param>
    public abstract void Process(byte* state, float** input, float** output, int frames);

    /// <summary>Frees the packed constants. [main-thread]</summary>
    public abstract void Dispose();

    // Under NativeAOT every operand is a constant, so that what is not chosen is not compiled either.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsChoosable(bool supported, bool widerIsSupported) => supported && (!widerIsSupported || RuntimeFeature.IsDynamicCodeSupported);
}
