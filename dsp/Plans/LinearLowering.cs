using System.Runtime.InteropServices;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>Linear to operations ('.nam' section 6): a direct sum for short responses, partitioned FFT for long ones.</summary>
internal static class LinearLowering
{
    private const int LongestAutomaticDirectTaps = 256;

    public static LoweredModel Lower(LinearConfig config, ReadOnlySpan<float> weights, PlanBuilder builder, Signal input, string prefix)
    {
        weights[..config.ReceptiveField].CopyTo(builder.NewConstants(config.ReceptiveField, out var taps));
        var bias = config.Bias ? weights[config.ReceptiveField] : 0f;
        var direct = builder.NewSignal(prefix + "direct", config.OutputChannels);
        var directTaps = IsDirect(config) ? config.ReceptiveField : Math.Min(config.ReceptiveField, ConvolutionOperation.FirstTap);
        LowerDirect(config, taps, directTaps, bias, builder, input, direct);
        if (directTaps == config.ReceptiveField)
            return new LoweredModel(direct, config.ReceptiveField, PrewarmSamples: 0);

        var output = builder.NewSignal(prefix + "output", config.OutputChannels);
        builder.Add(new ConvolutionOperation { Destination = output, Source = input, Head = direct, Taps = taps, TapCount = config.ReceptiveField });
        return new LoweredModel(output, config.ReceptiveField, PrewarmSamples: 0);
    }

    private static bool IsDirect(LinearConfig config) => config.Implementation switch
    {
        LinearImplementation.Direct => true,
        LinearImplementation.PartitionedFft => false,
        _ => config.ReceptiveField <= LongestAutomaticDirectTaps,
    };

    private static void LowerDirect(LinearConfig config, int taps, int count, float bias, PlanBuilder builder, Signal input, Signal output)
    {
        for (var channel = 0; channel < config.OutputChannels; channel++)
        {
            var hasInput = channel < config.InputChannels;
            var terms = new DenseTerm[hasInput ? count : 0];
            for (var tap = 0; tap < terms.Length; tap++)
                terms[tap] = new DenseTerm(input, channel, Channels: 1, DelaySamples: tap, taps + tap);
            builder.NewConstants(1, out var offset)[0] = hasInput ? bias : 0f;
            builder.Add(new DenseOperation { Destination = output, FirstRow = channel, Rows = 1, Terms = ImmutableCollectionsMarshal.AsImmutableArray(terms), Bias = offset });
        }
    }
}
