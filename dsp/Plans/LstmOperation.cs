using System.Collections.Immutable;

namespace NamPlugin.Dsp.Plans;

/// <summary>Stacked LSTM layers with their linear head, one sample after the other ('.nam' section 4).</summary>
public sealed record LstmOperation : Operation
{
    /// <summary>The input.</summary>
    public required Signal Source { get; init; }

    /// <summary>Hidden units H of each layer.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Per layer, the offset into <see cref="LayerPlan.Constants"/> of w[4H][inputs + H] (rows i, f, g, o), 4H biases, H hidden and H cell start values.</summary>
    public required ImmutableArray<int> Layers { get; init; }

    /// <summary>Offset of head[output][H] followed by one bias per output.</summary>
    public required int Head { get; init; }

    /// <inheritdoc/>
    public override int SourceCount => 1;

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => Source;
}
