using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Width;

/// <summary>One width of a model, lowered. Owns its plan.</summary>
/// <param name="Channels">Channels of each layer array (hidden units of each LSTM layer); empty for a linear model.</param>
/// <param name="Plan">What is computed at this width.</param>
public sealed record ModelWidth(ImmutableArray<int> Channels, LayerPlan Plan) : IDisposable
{
    /// <summary>Lowers one of the variants of <paramref name="map"/>. [main-thread]</summary>
    public static ModelWidth Lower(NamModel model, WidthMap map, int variant)
    {
        using var single = FixedWidth.Take(model, map, variant);
        return new ModelWidth(ChannelsOf(single.Config), PlanCompiler.Lower(single));
    }

    /// <summary>Frees the plan. [main-thread]</summary>
    public void Dispose() => Plan.Dispose();

    private static ImmutableArray<int> ChannelsOf(ModelConfig config) => config switch
    {
        WaveNetConfig wavenet => wavenet.Arrays.ConvertAll(static array => array.Channels),
        ConvNetConfig convnet => [convnet.Channels],
        LstmConfig lstm => ChannelsOf(lstm),
        ContainerConfig container => ChannelsOf(container.Submodels[^1].Model.Config),
        _ => [],
    };

    private static ImmutableArray<int> ChannelsOf(LstmConfig lstm)
    {
        var channels = new int[lstm.Layers];
        Array.Fill(channels, lstm.HiddenSize);
        return ImmutableCollectionsMarshal.AsImmutableArray(channels);
    }
}
