using System.Collections.Immutable;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>LSTM to one operation ('.nam' section 4). The flat list is taken over as it is.</summary>
internal static class LstmLowering
{
    public static LoweredModel Lower(LstmConfig config, ReadOnlySpan<float> weights, PlanBuilder builder, Signal input, string prefix, int prewarmSamples)
    {
        if (config.Layers == 0)
            return PassThrough(config, builder, input, prefix);

        weights.CopyTo(builder.NewConstants(weights.Length, out var offset));
        var layers = ImmutableArray.CreateBuilder<int>(config.Layers);
        for (var layer = 0; layer < config.Layers; layer++)
        {
            layers.Add(offset);
            offset += LayerWeightCount(layer == 0 ? config.InputSize : config.HiddenSize, config.HiddenSize);
        }

        var output = builder.NewSignal(prefix + "output", config.OutputChannels);
        builder.Add(new LstmOperation { Destination = output, Source = input, HiddenSize = config.HiddenSize, Layers = layers.MoveToImmutable(), Head = offset });
        return new LoweredModel(output, ReceptiveFieldSamples: 1, prewarmSamples);
    }

    // Without layers the reference hands the input on; the head, though stored, is not used. Surplus outputs are silent.
    private static LoweredModel PassThrough(LstmConfig config, PlanBuilder builder, Signal input, string prefix)
    {
        var output = builder.NewSignal(prefix + "output", config.OutputChannels);
        var identity = builder.NewConstants(config.OutputChannels * input.Channels, out var weights);
        for (var channel = 0; channel < Math.Min(config.OutputChannels, input.Channels); channel++)
            identity[channel * input.Channels + channel] = 1;
        builder.NewConstants(config.OutputChannels, out var bias);
        builder.Add(new DenseOperation
        {
            Destination = output,
            Rows = config.OutputChannels,
            Terms = [new DenseTerm(input, FirstChannel: 0, input.Channels, DelaySamples: 0, weights)],
            Bias = bias,
        });
        return new LoweredModel(output, ReceptiveFieldSamples: 1, PrewarmSamples: 0);
    }

    // w[4H][inputs + H], 4H biases, H hidden and H cell start values.
    private static int LayerWeightCount(int inputs, int hidden) => 4 * hidden * (inputs + hidden) + 4 * hidden + 2 * hidden;
}
