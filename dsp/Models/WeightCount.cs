namespace NamPlugin.Dsp.Models;

/// <summary>
/// How many weights a network of a given shape stores in its own flat list ('.nam' sections 2 to 6); those of a condition network or of
/// submodels are not counted, they have lists of their own.
/// </summary>
public static class WeightCount
{
    /// <summary>Weights of any architecture; 0 for a container. The shape must satisfy <see cref="ShapeRules"/>.</summary>
    public static long Of(ModelConfig config) => config switch
    {
        WaveNetConfig waveNet => Of(waveNet),
        LstmConfig lstm => Of(lstm),
        ConvNetConfig convNet => Of(convNet),
        LinearConfig linear => linear.ReceptiveField + (linear.Bias ? 1 : 0),
        ContainerConfig => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(config), config.Architecture, "This architecture has no weight order."),
    };

    /// <summary>Weights of a grouped causal convolution: C_out * (C_in / G) * K, and C_out biases.</summary>
    public static long OfConvolution(int inputs, int outputs, int kernelSize, int groups, bool bias) =>
        ((long)outputs * (inputs / groups) * kernelSize) + (bias ? outputs : 0);

    /// <summary>Weights of one FiLM, 0 when inactive: a 1x1 convolution with bias from the condition to scale (and shift).</summary>
    public static long OfFilm(FilmConfig film, int conditionSize, int dimension) =>
        film.Active ? OfConvolution(conditionSize, film.Shift ? 2 * dimension : dimension, kernelSize: 1, film.Groups, bias: true) : 0;

    /// <summary>Weights of one WaveNet layer, in the order convolution, mixin, layer 1x1, head 1x1, FiLMs.</summary>
    public static long OfLayer(LayerArrayConfig array, int layer)
    {
        var inner = array.InnerChannels(layer);
        var count = OfConvolution(array.Channels, inner, array.Layers[layer].KernelSize, array.GroupsInput, bias: true)
            + OfConvolution(array.ConditionSize, inner, kernelSize: 1, array.GroupsInputMixin, bias: false);
        if (array.Layer1x1.Active)
            count += OfConvolution(array.Bottleneck, array.Channels, kernelSize: 1, array.Layer1x1.Groups, bias: true);
        if (array.Head1x1.Active)
            count += OfConvolution(array.Bottleneck, array.Head1x1.OutChannels, kernelSize: 1, array.Head1x1.Groups, bias: true);
        for (var slot = 0; slot < LayerArrayConfig.FilmSlotCount; slot++)
            count += OfFilm(array.Films[slot], array.ConditionSize, array.FilmChannels((FilmSlot)slot, layer));
        return count;
    }

    private static long Of(WaveNetConfig config)
    {
        var count = 1L; // The head scale closes the list.
        foreach (var array in config.Arrays)
        {
            count += OfConvolution(array.InputSize, array.Channels, kernelSize: 1, groups: 1, bias: false);
            for (var layer = 0; layer < array.Layers.Length; layer++)
                count += OfLayer(array, layer);
            count += OfConvolution(array.HeadSumChannels, array.Head.OutChannels, array.Head.KernelSize, groups: 1, array.Head.Bias);
        }

        if (config.PostHead is not { } head)
            return count;
        var inputs = config.Arrays[^1].Head.OutChannels;
        for (var block = 0; block < head.KernelSizes.Length; block++)
        {
            var outputs = block == head.KernelSizes.Length - 1 ? head.OutChannels : head.Channels;
            count += OfConvolution(inputs, outputs, head.KernelSizes[block], groups: 1, bias: true);
            inputs = outputs;
        }

        return count;
    }

    private static long Of(LstmConfig config)
    {
        // Per layer the gate matrix, the gate biases, the initial hidden and the initial cell state.
        long hidden = config.HiddenSize;
        var count = 0L;
        for (var layer = 0; layer < config.Layers; layer++)
        {
            var inputs = layer == 0 ? config.InputSize : hidden;
            count += (4 * hidden * (inputs + hidden)) + (6 * hidden);
        }

        return count + (config.OutputChannels * (hidden + 1));
    }

    private static long Of(ConvNetConfig config)
    {
        var count = 0L;
        var inputs = config.InputChannels;
        foreach (var _ in config.Dilations)
        {
            count += OfConvolution(inputs, config.Channels, ConvNetConfig.KernelSize, config.Groups, bias: !config.BatchNorm);
            if (config.BatchNorm)
                count += (4L * config.Channels) + 1; // Mean, variance, scale, offset; epsilon.
            inputs = config.Channels;
        }

        return count + OfConvolution(inputs, config.OutputChannels, kernelSize: 1, groups: 1, bias: true);
    }
}
