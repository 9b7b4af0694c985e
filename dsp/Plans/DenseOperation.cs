using System.Collections.Immutable;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>
/// The work horse: y[row][t] = f( bias[row] + residual[row][t] + sum over terms of w[row][i] * source[i][t - delay] ), and optionally
/// sum[row][t] += y[row][t]. A dilated convolution is one term per tap, the input mixin one term more, a 1x1 convolution a single term:
/// all of a layer's linear part happens in one pass over its samples.
/// </summary>
public sealed record DenseOperation : Operation
{
    /// <summary>First destination (and residual, and sum) channel that is written.</summary>
    public int FirstRow { get; init; }

    /// <summary>Number of destination channels that are written.</summary>
    public required int Rows { get; init; }

    /// <summary>The products to add up.</summary>
    public required ImmutableArray<DenseTerm> Terms { get; init; }

    /// <summary>Offset into <see cref="LayerPlan.Constants"/> of bias[row].</summary>
    public required int Bias { get; init; }

    /// <summary>A signal to add, channel by channel, or null.</summary>
    public Signal? Residual { get; init; }

    /// <summary>The pointwise function at the end, or null.</summary>
    public Activation? Activation { get; init; }

    /// <inheritdoc/>
    internal override bool NeedsDestination => false;

    /// <inheritdoc/>
    public override int SourceCount => Terms.Length + (Residual is null ? 0 : 1);

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => index < Terms.Length ? Terms[index].Source : Residual!;
}
