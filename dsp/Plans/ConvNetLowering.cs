using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>ConvNet to operations ('.nam' section 5): per block one convolution with the batch normalisation folded in and the activation fused, then a 1x1 head.</summary>
internal static class ConvNetLowering
{
    private const int KernelSize = 2;

    public static LoweredModel Lower(ConvNetConfig config, ReadOnlySpan<float> weights, PlanBuilder builder, Signal input, string prefix)
    {
        var position = 0;
        var signal = input;
        var receptiveFieldSamples = 1;
        for (var block = 0; block < config.Dilations.Length; block++)
        {
            var tensor = new ConvTensor(position, signal.Channels, config.Channels, KernelSize, config.Groups, HasBias: !config.BatchNorm);
            position = tensor.End;
            var output = builder.NewSignal($"{prefix}block{block}", config.Channels);
            var template = new DenseTemplate(output) { Activation = config.Activation };
            if (config.BatchNorm)
            {
                var folded = FoldBatchNorm(tensor, weights, ref position);
                builder.AddConvolutions(template, folded, [new ConvolutionTerm(tensor with { Offset = 0, HasBias = true }, signal, config.Dilations[block])]);
            }
            else
            {
                builder.AddConvolutions(template, weights, [new ConvolutionTerm(tensor, signal, config.Dilations[block])]);
            }

            signal = output;
            receptiveFieldSamples += config.Dilations[block];
        }

        var head = builder.NewSignal(prefix + "head", config.OutputChannels);
        var headTensor = new ConvTensor(position, signal.Channels, config.OutputChannels, Kernel: 1, Groups: 1, HasBias: true);
        builder.AddConvolutions(new DenseTemplate(head), weights, [new ConvolutionTerm(headTensor, signal)]);
        return new LoweredModel(head, receptiveFieldSamples, PrewarmSamples: 0);
    }

    // y = scale * conv(x) + loc with scale = weight / sqrt(eps + variance), loc = bias - scale * mean.
    private static float[] FoldBatchNorm(ConvTensor tensor, ReadOnlySpan<float> weights, ref int position)
    {
        var channels = tensor.OutChannels;
        var mean = weights.Slice(position, channels);
        var variance = weights.Slice(position + channels, channels);
        var weight = weights.Slice(position + 2 * channels, channels);
        var bias = weights.Slice(position + 3 * channels, channels);
        var epsilon = weights[position + 4 * channels];
        position += 4 * channels + 1;

        var perOutput = tensor.GroupInputs * tensor.Kernel;
        var folded = new float[channels * (perOutput + 1)];
        for (var channel = 0; channel < channels; channel++)
        {
            var scale = weight[channel] / MathF.Sqrt(epsilon + variance[channel]);
            for (var i = 0; i < perOutput; i++)
                folded[channel * perOutput + i] = scale * weights[tensor.Offset + channel * perOutput + i];
            folded[channels * perOutput + channel] = bias[channel] - scale * mean[channel];
        }

        return folded;
    }
}
