using System.Text.Json.Serialization;
using NamPlugin.Cli.Bench.Baselines;
using NamPlugin.Cli.Bench.Machine;

namespace NamPlugin.Cli.Bench;

/// <summary>A whole measurement: the object that <c>--json</c> writes and <c>--baseline</c> reads.</summary>
internal sealed record BenchRecord
{
    /// <summary>Version of the program and the source it was built from.</summary>
    public required string Namplug { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Where.</summary>
    public required MachineDescription Machine { get; init; }

    /// <summary>Instruction set: avx512, avx2, baseline or scalar.</summary>
    public required string Isa { get; init; }

    /// <summary>NativeAOT or JIT, and its version.</summary>
    public required string Runtime { get; init; }

    /// <summary>The core it stayed on; null where threads cannot be pinned.</summary>
    public int? Core { get; init; }

    /// <summary>Whether denormal numbers counted as zero, as they do in the plugin.</summary>
    public required bool FlushToZero { get; init; }

    /// <summary>What was measured: processor time of the thread, or elapsed time where there is no such clock.</summary>
    public required string Clock { get; init; }

    /// <summary>How often each case was repeated; the figures are medians.</summary>
    public required int Repetitions { get; init; }

    /// <summary>Multiply-accumulates per nanosecond that the core can do, median over the whole run.</summary>
    public required double PeakMacsPerNs { get; init; }

    /// <summary>One look at the peak in twenty saw less.</summary>
    public double PeakP05MacsPerNs { get; init; }

    /// <summary>One in twenty saw more.</summary>
    public double PeakP95MacsPerNs { get; init; }

    /// <summary>What pointwise functions cost by themselves.</summary>
    public required IReadOnlyList<ActivationCost> Activations { get; init; }

    /// <summary>Every case.</summary>
    public required IReadOnlyList<BenchResult> Results { get; init; }

    /// <summary>How far the peak went up and down: a measure of what else the machine was doing.</summary>
    [JsonIgnore]
    public double PeakSpread => (PeakP95MacsPerNs - PeakP05MacsPerNs) / PeakMacsPerNs;

    /// <summary>The block that figures without a block refer to: 64, or the largest where that was not measured.</summary>
    [JsonIgnore]
    public int ReferenceBlock =>
        Results.Any(static result => result is { Block: BenchSettings.InstancesBlock, Instances: 1 }) ? BenchSettings.InstancesBlock : Results.Where(static result => result.Instances == 1).Max(static result => result.Block);

    /// <summary>The comparison with an earlier measurement, where one was asked for.</summary>
    public BaselineComparison? Baseline { get; init; }
}
