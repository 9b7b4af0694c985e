using System.Collections.Immutable;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>LSTM to one operation ('.nam' section 4). The flat list is taken over as it is.</summary>
internal static class LstmLowering
{
    public static LoweredModel Lower(LstmConfig config, ReadOnlySpan<float> weights, PlanBuilder builder, Signal input, string prefix)
    {
        weights.CopyTo(builder.NewConstants(weights.Length, out var offset));
        var layers = ImmutableArray.CreateBuilder<int>(config.Layers);
        for (var layer = 0; layer < config.Layers; layer++)
        {
            layers.Add(offset);
            offset += LayerWeightCount(layer == 0 ? config.InputSize : config.HiddenSize, config.HiddenSize);
        }

        var output = builder.NewSignal(prefix + "output", config.OutputChannels);
        builder.Add(new LstmOperation { Destination = output, Source = input, HiddenSize = config.HiddenSize, Layers = layers.MoveToImmutable(), Head = offset });
        return new LoweredModel(output, ReceptiveFieldSamples: 1, PrewarmSamples: 1);
    }

    // w[4H][inputs + H], 4H biases, H hidden and H cell start values.
    private static int LayerWeightCount(int inputs, int hidden) => 4 * hidden * (inputs + hidden) + 4 * hidden + 2 * hidden;
}
