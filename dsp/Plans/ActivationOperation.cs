using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>y = f(x), channel by channel.</summary>
public sealed record ActivationOperation : Operation
{
    /// <summary>The argument.</summary>
    public required Signal Source { get; init; }

    /// <summary>The function.</summary>
    public required Activation Activation { get; init; }

    /// <inheritdoc/>
    public override int SourceCount => 1;

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => Source;
}
