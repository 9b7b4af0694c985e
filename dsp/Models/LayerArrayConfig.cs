using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>One WaveNet layer array, normalised: every default of the format is filled in ('.nam' section 3.2).</summary>
public sealed record LayerArrayConfig
{
    /// <summary>Number of FiLM places.</summary>
    public const int FilmSlotCount = 8;

    /// <summary>Channels that enter the rechannel convolution.</summary>
    public required int InputSize { get; init; }

    /// <summary>Channels of the condition.</summary>
    public required int ConditionSize { get; init; }

    /// <summary>Channels C of the residual stream.</summary>
    public required int Channels { get; init; }

    /// <summary>Inner channels B; equals <see cref="Channels"/> unless the file says otherwise.</summary>
    public required int Bottleneck { get; init; }

    /// <summary>The layers, in order; at least one.</summary>
    public required ImmutableArray<LayerConfig> Layers { get; init; }

    /// <summary>The convolution that ends the head path.</summary>
    public required HeadConfig Head { get; init; }

    /// <summary>Groups of the dilated convolutions.</summary>
    public int GroupsInput { get; init; } = 1;

    /// <summary>Groups of the input mixin.</summary>
    public int GroupsInputMixin { get; init; } = 1;

    /// <summary>The residual 1x1.</summary>
    public Layer1x1Config Layer1x1 { get; init; } = new(Active: true, Groups: 1);

    /// <summary>The 1x1 towards the head.</summary>
    public Head1x1Config Head1x1 { get; init; }

    /// <summary>The eight FiLM places, indexed by <see cref="FilmSlot"/>.</summary>
    public required ImmutableArray<FilmConfig> Films { get; init; }

    /// <summary>
    /// Widths that this array may be narrowed to, ascending, the last equal to <see cref="Channels"/>; default when the array is not slimmable.
    /// The only method of the format is <c>slice_channels_uniform</c> ('.nam' section 8).
    /// </summary>
    public ImmutableArray<int> AllowedChannels { get; init; }

    /// <summary>Whether the file lets this array be narrowed.</summary>
    public bool IsSlimmable => !AllowedChannels.IsDefault;

    /// <summary>Channels of the head sum: of the head 1x1, or the bottleneck.</summary>
    public int HeadSumChannels => Head1x1.Active ? Head1x1.OutChannels : Bottleneck;

    /// <summary>Inner channels before gating: twice the bottleneck for gated and blended layers.</summary>
    public int InnerChannels(int layer) => Layers[layer].Gating == GatingMode.None ? Bottleneck : 2 * Bottleneck;

    /// <summary>Channels that the FiLM of one place modulates in one layer.</summary>
    public int FilmChannels(FilmSlot slot, int layer) => slot switch
    {
        FilmSlot.ConvPre or FilmSlot.Layer1x1Post => Channels,
        FilmSlot.InputMixinPre => ConditionSize,
        FilmSlot.ActivationPost => Bottleneck,
        FilmSlot.Head1x1Post => HeadSumChannels,
        _ => InnerChannels(layer),
    };

    /// <summary>The FiLM of one place.</summary>
    public FilmConfig Film(FilmSlot slot) => Films[(int)slot];
}
