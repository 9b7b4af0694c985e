using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>A WaveNet ('.nam' section 3). The head scale is not here: it is the last weight.</summary>
public sealed record WaveNetConfig : ModelConfig
{
    /// <inheritdoc/>
    public override Architecture Architecture => Architecture.WaveNet;

    /// <summary>The layer arrays, at least one.</summary>
    public required ImmutableArray<LayerArrayConfig> Arrays { get; init; }

    /// <summary>The stack after the last array, if any.</summary>
    public PostHeadConfig? PostHead { get; init; }

    /// <summary>A complete model that turns the input into the condition, if any. Owned by this config's model.</summary>
    public NamModel? ConditionDsp { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<NamModel> InnerModels => ConditionDsp is null ? [] : [ConditionDsp];

    /// <summary>Whether any array may be narrowed.</summary>
    public bool IsSlimmable
    {
        get
        {
            foreach (var array in Arrays)
            {
                if (array.IsSlimmable)
                    return true;
            }

            return false;
        }
    }
}
