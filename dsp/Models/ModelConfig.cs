namespace NamPlugin.Dsp.Models;

/// <summary>What a model file says about the shape of its network; one subclass per architecture.</summary>
public abstract record ModelConfig
{
    /// <summary>The family.</summary>
    public abstract Architecture Architecture { get; }

    /// <summary>Input channels of the model.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Output channels of the model.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>The complete models that this one contains and owns: a condition network, or submodels.</summary>
    public virtual IEnumerable<NamModel> InnerModels => [];
}
