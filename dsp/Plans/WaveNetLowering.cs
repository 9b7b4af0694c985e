using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>
/// WaveNet to operations ('.nam' section 3.3). A plain layer becomes two: convolution + mixin + activation + head sum, and 1x1 + residual.
/// </summary>
internal sealed class WaveNetLowering(WaveNetConfig config, PlanBuilder builder, string prefix)
{
    private readonly WaveNetTensors _tensors = WaveNetTensors.Of(config);

    public LoweredModel Lower(ReadOnlySpan<float> weights, Signal input)
    {
        var conditioned = config.ConditionDsp is { } dsp
            ? PlanCompiler.Lower(dsp, builder, input, prefix + "condition.")
            : new LoweredModel(input, ReceptiveFieldSamples: 1, PrewarmSamples: 0);
        var stream = input;
        Signal? sum = null;
        for (var array = 0; array < config.Arrays.Length; array++)
            (stream, sum) = LowerArray(weights, array, stream, conditioned.Output, sum);

        var output = LowerPostHead(weights, sum!);
        var receptiveField = ReceptiveFieldSamples() + conditioned.ReceptiveFieldSamples - 1;
        var prewarm = conditioned.PrewarmSamples == 0 ? 0 : conditioned.PrewarmSamples + ReceptiveFieldSamples() - 1;
        return new LoweredModel(output, receptiveField, prewarm);
    }

    private (Signal Stream, Signal Head) LowerArray(ReadOnlySpan<float> weights, int index, Signal input, Signal condition, Signal? sum)
    {
        var array = config.Arrays[index];
        var tensors = _tensors.Arrays[index];
        var name = $"{prefix}array{index}.";
        var stream = builder.NewSignal(name + "rechanneled", array.Channels);
        builder.AddConvolutions(new DenseTemplate(stream), weights, [new ConvolutionTerm(tensors.Rechannel, input)]);

        var startsSum = sum is null;
        sum ??= builder.NewSignal(name + "headSum", array.HeadSumChannels);
        for (var layer = 0; layer < array.Layers.Length; layer++)
        {
            var lowering = new WaveNetLayerLowering(builder, array, layer, tensors.Layers[layer], condition, $"{name}layer{layer}.");
            stream = lowering.Lower(weights, stream, sum, startsSum && layer == 0);
        }

        var isLast = index == config.Arrays.Length - 1;
        var head = builder.NewSignal(name + "head", array.Head.OutChannels);
        var template = new DenseTemplate(head) { Activation = isLast ? config.PostHead?.Activation : null };
        var scale = isLast ? weights[_tensors.HeadScale] : 1f;
        builder.AddConvolutions(template, weights, [new ConvolutionTerm(tensors.Head, sum, array.Head.Dilation)], scale);
        return (stream, head);
    }

    // Each block is activation, then convolution; the activation of a block is fused into whatever precedes it.
    private Signal LowerPostHead(ReadOnlySpan<float> weights, Signal activated)
    {
        for (var block = 0; block < _tensors.PostHead.Length; block++)
        {
            var tensor = _tensors.PostHead[block];
            var output = builder.NewSignal($"{prefix}postHead{block}", tensor.OutChannels);
            var isLast = block == _tensors.PostHead.Length - 1;
            var template = new DenseTemplate(output) { Activation = isLast ? null : config.PostHead!.Activation };
            builder.AddConvolutions(template, weights, [new ConvolutionTerm(tensor, activated)]);
            activated = output;
        }

        return activated;
    }

    private int ReceptiveFieldSamples()
    {
        var samples = 1;
        foreach (var array in config.Arrays)
        {
            foreach (var layer in array.Layers)
                samples += layer.Dilation * (layer.KernelSize - 1);
            samples += array.Head.Dilation * (array.Head.KernelSize - 1);
        }

        foreach (var tensor in _tensors.PostHead)
            samples += tensor.Kernel - 1;
        return samples;
    }
}
