using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Plans;

/// <summary>
/// A model lowered for one width: signals, the ordered operations on them, and all constants in unmanaged memory. The plan knows nothing of
/// instruction sets; a network program packs it for one, the C emitter prints it.
/// </summary>
public sealed class LayerPlan : IDisposable
{
    /// <summary>All signals; <see cref="Signal.Index"/> is the position here.</summary>
    public required ImmutableArray<Signal> Signals { get; init; }

    /// <summary>The steps, in order.</summary>
    public required ImmutableArray<Operation> Operations { get; init; }

    /// <summary>Weights, biases and taps; operations hold offsets into it. Owned.</summary>
    public required NativeBuffer<float> Constants { get; init; }

    /// <summary>The signal that the host fills.</summary>
    public required Signal Input { get; init; }

    /// <summary>The signal that the host reads.</summary>
    public required Signal Output { get; init; }

    /// <summary>How many input samples an output sample depends on, itself included; for recurrent plans the feed-forward part.</summary>
    public required int ReceptiveFieldSamples { get; init; }

    /// <summary>
    /// Silent samples to run before the first block. 0: feed-forward, the steady state is computed in closed form.
    /// </summary>
    public required int PrewarmSamples { get; init; }

    /// <summary>Multiply-accumulates per sample, the figure that cost follows.</summary>
    public long MacsPerSample
    {
        get
        {
            long macs = 0;
            foreach (var operation in Operations)
                macs += PlanCost.MacsPerSample(operation);
            return macs;
        }
    }

    /// <summary>Frees the constants. [main-thread]</summary>
    public void Dispose() => Constants.Dispose();
}
