using System.Collections.Immutable;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>Linear to operations ('.nam' section 6): a direct sum for short responses, partitioned FFT for long ones.</summary>
internal static class LinearLowering
{
    private const int LongestAutomaticDirectTaps = 256;

    public static LoweredModel Lower(LinearConfig config, ReadOnlySpan<float> weights, PlanBuilder builder, Signal input, string prefix)
    {
        var output = builder.NewSignal(prefix + "output", config.OutputChannels);
        var bias = config.Bias ? weights[config.ReceptiveField] : 0f;
        if (IsDirect(config))
            LowerDirect(config, weights, bias, builder, input, output);
        else
            LowerFft(config, weights, bias, builder, input, output);
        return new LoweredModel(output, config.ReceptiveField, PrewarmSamples: 0);
    }

    private static bool IsDirect(LinearConfig config) => config.Implementation switch
    {
        LinearImplementation.Direct => true,
        LinearImplementation.PartitionedFft => false,
        _ => config.ReceptiveField <= LongestAutomaticDirectTaps,
    };

    private static void LowerDirect(LinearConfig config, ReadOnlySpan<float> weights, float bias, PlanBuilder builder, Signal input, Signal output)
    {
        weights[..config.ReceptiveField].CopyTo(builder.NewConstants(config.ReceptiveField, out var taps));
        for (var channel = 0; channel < config.OutputChannels; channel++)
        {
            var hasInput = channel < config.InputChannels;
            var terms = hasInput
                ? Enumerable.Range(0, config.ReceptiveField).Select(tap => new DenseTerm(input, channel, Channels: 1, DelaySamples: tap, taps + tap)).ToImmutableArray()
                : [];
            builder.NewConstants(1, out var offset)[0] = hasInput ? bias : 0f;
            builder.Add(new DenseOperation { Destination = output, FirstRow = channel, Rows = 1, Terms = terms, Bias = offset });
        }
    }

    private static void LowerFft(LinearConfig config, ReadOnlySpan<float> weights, float bias, PlanBuilder builder, Signal input, Signal output)
    {
        weights[..config.ReceptiveField].CopyTo(builder.NewConstants(config.ReceptiveField, out var taps));
        builder.Add(new ConvolutionOperation { Destination = output, Source = input, Taps = taps, TapCount = config.ReceptiveField, Bias = bias });
    }
}
