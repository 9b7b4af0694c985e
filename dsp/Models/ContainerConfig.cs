using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>Several complete models of ascending size ('.nam' section 7). Mono in and out.</summary>
public sealed record ContainerConfig : ModelConfig
{
    /// <inheritdoc/>
    public override Architecture Architecture => Architecture.SlimmableContainer;

    /// <summary>The submodels, ascending by their upper bound; the last bound is at least 1. Owned by this config's model.</summary>
    public required ImmutableArray<Submodel> Submodels { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<NamModel> InnerModels
    {
        get
        {
            foreach (var submodel in Submodels)
                yield return submodel.Model;
        }
    }
}
