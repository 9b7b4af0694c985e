namespace NamPlugin.Dsp.Models;

/// <summary>
/// What must hold between the sizes of a network so that it can be computed ('.nam' section 1, loader errors). Every reader and writer
/// asks here, so a shape is refused for the same reason whatever it was stored in. Nested models have been checked by whoever made them.
/// </summary>
public static class ShapeRules
{
    /// <summary>The first rule that <paramref name="config"/> breaks, or null when it is sound.</summary>
    /// <param name="config">The shape of one model.</param>
    /// <param name="sampleRateHz">The model's sample rate, null when unknown; nested models must agree with it.</param>
    public static ShapeViolation? FirstViolation(ModelConfig config, double? sampleRateHz) =>
        Positive("in_channels", config.InputChannels, ModelLimits.Channels)
        ?? Positive("out_channels", config.OutputChannels, ModelLimits.Channels)
        ?? config switch
        {
            WaveNetConfig waveNet => WaveNetRules.FirstViolation(waveNet, sampleRateHz),
            LstmConfig lstm => OfLstm(lstm),
            ConvNetConfig convNet => OfConvNet(convNet),
            LinearConfig linear => Positive("receptive_field", linear.ReceptiveField, ModelLimits.Weights - 1),
            ContainerConfig container => OfContainer(container, sampleRateHz),
            _ => new ShapeViolation("", config.Architecture.ToString(), "a known architecture"),
        }
        ?? OfWeightCount(config);

    /// <summary>A size from 1 to a limit.</summary>
    internal static ShapeViolation? Positive(string path, int value, int limit)
    {
        if (value < 1)
            return new ShapeViolation(path, value.ToString(), "at least 1");
        return value > limit ? new ShapeViolation(path, value.ToString(), $"at most {limit}", TooLarge: true) : null;
    }

    /// <summary>A grouped convolution: both channel counts are multiples of the number of groups.</summary>
    internal static ShapeViolation? Groups(string path, int groups, int inputs, int outputs)
    {
        if (Positive(path, groups, ModelLimits.Channels) is { } violation)
            return violation;
        if (inputs % groups != 0)
            return new ShapeViolation(path, $"{groups} groups", $"a number that divides the {inputs} input channels");
        return outputs % groups != 0 ? new ShapeViolation(path, $"{groups} groups", $"a number that divides the {outputs} output channels") : null;
    }

    /// <summary>The parameters that the activation takes, all finite.</summary>
    internal static ShapeViolation? OfActivation(string path, Activation activation)
    {
        var (fewest, most) = activation.Kind switch
        {
            ActivationKind.LeakyReLU => (1, 1),
            ActivationKind.PReLU => (1, ModelLimits.Channels),
            ActivationKind.LeakyHardtanh => (4, 4),
            _ => (0, 0),
        };
        if (!Enum.IsDefined(activation.Kind))
            return new ShapeViolation(path, $"activation {(int)activation.Kind}", "a known activation");
        if (activation.Parameters.IsDefault || activation.Parameters.Length < fewest || activation.Parameters.Length > most)
            return new ShapeViolation(path, $"{(activation.Parameters.IsDefault ? 0 : activation.Parameters.Length)} parameters", fewest == most ? $"{fewest} for {activation.Kind}" : $"{fewest} to {most} for {activation.Kind}");
        foreach (var parameter in activation.Parameters)
        {
            if (!float.IsFinite(parameter))
                return new ShapeViolation(path, parameter.ToString(), "finite parameters");
        }

        return null;
    }

    /// <summary>History of all convolutions together.</summary>
    internal static ShapeViolation? OfHistory(string path, long samples) =>
        samples <= ModelLimits.HistorySamples ? null : new ShapeViolation(path, $"a history of {samples} samples over all channels", $"at most {ModelLimits.HistorySamples}", TooLarge: true);

    private static ShapeViolation? OfLstm(LstmConfig config)
    {
        if (config.Layers is < 0 or > ModelLimits.Layers)
            return new ShapeViolation("num_layers", config.Layers.ToString(), $"0 to {ModelLimits.Layers}", config.Layers > 0);
        if (Positive("hidden_size", config.HiddenSize, ModelLimits.Channels) is { } violation)
            return violation;
        return config.InputSize == config.InputChannels ? null : new ShapeViolation("input_size", config.InputSize.ToString(), $"{config.InputChannels}, the input channels");
    }

    private static ShapeViolation? OfConvNet(ConvNetConfig config)
    {
        if ((Positive("channels", config.Channels, ModelLimits.Channels)
            ?? Count("dilations", config.Dilations.Length, ModelLimits.Layers)
            ?? OfActivation("activation", config.Activation)
            ?? Groups("groups", config.Groups, config.InputChannels, config.Channels)) is { } violation)
        {
            return violation;
        }

        var history = 0L;
        for (var block = 0; block < config.Dilations.Length; block++)
        {
            if (Positive($"dilations[{block}]", config.Dilations[block], ModelLimits.HistorySamples) is { } tooFar)
                return tooFar;
            history += (long)config.Dilations[block] * (block == 0 ? config.InputChannels : config.Channels);
        }

        return OfHistory("dilations", history);
    }

    private static ShapeViolation? OfContainer(ContainerConfig config, double? sampleRateHz)
    {
        if (Count("submodels", config.Submodels.Length, ModelLimits.Submodels) is { } violation)
            return violation;
        for (var i = 0; i < config.Submodels.Length; i++)
        {
            var (bound, model) = config.Submodels[i];
            if (!double.IsFinite(bound) || (i > 0 && bound <= config.Submodels[i - 1].MaxValue))
                return new ShapeViolation($"submodels[{i}].max_value", bound.ToString(), i == 0 ? "a finite number" : $"more than the preceding {config.Submodels[i - 1].MaxValue}");
            if (model.SampleRateHz is { } own && sampleRateHz is { } common && own != common)
                return new ShapeViolation($"submodels[{i}].model.sample_rate", $"{own} Hz", $"{common} Hz, the container's");
            if (model.Config.InputChannels != config.InputChannels || model.Config.OutputChannels != config.OutputChannels)
                return new ShapeViolation($"submodels[{i}].model", $"{model.Config.InputChannels} inputs and {model.Config.OutputChannels} outputs", $"{config.InputChannels} and {config.OutputChannels}, as every model of the container");
        }

        var last = config.Submodels[^1].MaxValue;
        return last >= 1 ? null : new ShapeViolation($"submodels[{config.Submodels.Length - 1}].max_value", last.ToString(), "at least 1 for the last submodel");
    }

    /// <summary>A list that has at least one entry.</summary>
    internal static ShapeViolation? Count(string path, int count, int limit)
    {
        if (count < 1)
            return new ShapeViolation(path, "no entries", "at least one");
        return count > limit ? new ShapeViolation(path, $"{count} entries", $"at most {limit}", TooLarge: true) : null;
    }

    private static ShapeViolation? OfWeightCount(ModelConfig config)
    {
        var count = WeightCount.Of(config);
        return count <= ModelLimits.Weights ? null : new ShapeViolation("", $"a shape that needs {count} weights", $"at most {ModelLimits.Weights}", TooLarge: true);
    }
}
