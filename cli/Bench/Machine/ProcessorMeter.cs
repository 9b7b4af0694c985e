using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>Measures what the processor can do at best, with the widest lanes of this build. One thread, the one that later plays.</summary>
internal abstract class ProcessorMeter : IDisposable
{
    /// <summary>For the lanes that programs are compiled for by default.</summary>
    public static ProcessorMeter ForWidestLanes()
    {
        // Conditions that are constants in a native build, so that it holds no loop for registers it does not know.
        if (Vector512.IsHardwareAccelerated)
            return new LanedProcessorMeter<Wide512>();
        if (Vector256.IsHardwareAccelerated)
            return new LanedProcessorMeter<Wide256>();
        if (Vector128.IsHardwareAccelerated)
            return new LanedProcessorMeter<Wide128>();
        return new LanedProcessorMeter<Scalar>();
    }

    /// <summary>Multiply-accumulates per nanosecond, over about a third of a millisecond.</summary>
    public abstract double MeasurePeakMacsPerNanosecond();

    /// <summary>Nanoseconds for one value of a pointwise function, load and store included, over a plane in the first-level cache.</summary>
    public abstract double MeasureActivationNanoseconds(ActivationKind kind);

    /// <summary>Frees its planes.</summary>
    public abstract void Dispose();
}
