using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>
/// Combines the halves p (first channels) and q (last channels) of a layer's inner signal: gated y = f(p) * g(q); blended y = g(q) * f(p) + (1 - g(q)) * p.
/// </summary>
public sealed record GateOperation : Operation
{
    /// <summary>The inner signal, twice as many channels as the destination. Its contents are used up.</summary>
    public required Signal Source { get; init; }

    /// <summary>Gated or blended.</summary>
    public required GatingMode Mode { get; init; }

    /// <summary>f, the primary activation.</summary>
    public required Activation Activation { get; init; }

    /// <summary>g, the activation of the gate.</summary>
    public required Activation Secondary { get; init; }

    /// <inheritdoc/>
    public override int SourceCount => 1;

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => Source;
}
