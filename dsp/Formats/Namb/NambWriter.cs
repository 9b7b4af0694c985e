using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>
/// Writes `.namb` files, version 1. Shapes and weights come back exactly; of the metadata only loudness, levels and sample rate are kept.
/// What version 1 cannot hold is refused by name: containers, lists of widths, post-stack heads, dilated heads, a fixed method for
/// <see cref="Architecture.Linear"/>, and condition networks that are conditioned themselves.
/// </summary>
public static class NambWriter
{
    /// <summary>The bytes of a whole file. [main-thread]</summary>
    /// <param name="model">A sound model, as readers return it.</param>
    /// <param name="fileName">What to call the file in errors.</param>
    /// <exception cref="FileFormatException">Version 1 cannot hold the model; nothing was written.</exception>
    /// <exception cref="ArgumentException">The model breaks <see cref="ShapeRules"/> or has the wrong number of weights.</exception>
    public static ReadOnlyMemory<byte> Write(NamModel model, string fileName)
    {
        ModelGuard.ThrowIfUnsound(model);
        var block = new NambBuffer(fileName);
        WriteModel(block, "config", model);

        var weightsOffset = (NambLayout.ModelOffset + block.Length + 3) & ~3;
        var weightCount = TotalWeights(model);
        var file = new NambBuffer(fileName);
        file.UInt32(NambLayout.Magic);
        file.UInt16("format version", NambLayout.FormatVersion);
        file.UInt16("flags", 0);
        file.Int32(weightsOffset + (weightCount * sizeof(float)));
        file.Int32(weightsOffset);
        file.Int32(weightCount);
        file.Int32(block.Length);
        file.Zeros(NambLayout.HeaderSize - NambLayout.ChecksumOffset);
        NambMetadata.Write(file, model);
        file.Append(block.Written.Span);
        file.Zeros(weightsOffset - file.Length);
        WriteWeights(file, model);
        return file.Sealed();
    }

    private static int TotalWeights(NamModel model)
    {
        var total = model.Weights.Length;
        foreach (var inner in model.Config.InnerModels)
            total = checked(total + TotalWeights(inner));
        return total;
    }

    /// <summary>The weights of a condition network precede those of the model around it.</summary>
    private static void WriteWeights(NambBuffer file, NamModel model)
    {
        foreach (var inner in model.Config.InnerModels)
            WriteWeights(file, inner);
        foreach (var weight in model.Weights.Span)
            file.Single(weight);
    }

    private static void WriteModel(NambBuffer buffer, string path, NamModel model)
    {
        var config = new NambBuffer(buffer.File);
        switch (model.Config)
        {
            case LinearConfig linear:
                WriteLinear(config, path, linear);
                break;
            case LstmConfig lstm:
                WriteLstm(config, path, lstm);
                break;
            case ConvNetConfig convNet:
                WriteConvNet(config, path, convNet);
                break;
            case WaveNetConfig waveNet:
                WriteWaveNet(config, path, waveNet);
                break;
            default:
                throw buffer.CannotHold(path, $"a {model.Config.Architecture}", "Choose one of its submodels and save that, or save the model as .nam.");
        }

        buffer.Byte(path, (int)model.Config.Architecture);
        buffer.Zeros(1);
        buffer.UInt16($"{path} size in bytes", config.Length);
        buffer.Append(config.Written.Span);
    }

    private static void WriteLinear(NambBuffer buffer, string path, LinearConfig config)
    {
        if (config.Implementation != LinearImplementation.Auto)
            throw buffer.CannotHold($"{path}.implementation", $"the method {config.Implementation}");
        buffer.Int32(config.ReceptiveField);
        buffer.Flag(config.Bias);
        buffer.Byte($"{path}.in_channels", config.InputChannels);
        buffer.Byte($"{path}.out_channels", config.OutputChannels);
        buffer.Zeros(1);
    }

    private static void WriteLstm(NambBuffer buffer, string path, LstmConfig config)
    {
        buffer.UInt16($"{path}.num_layers", config.Layers);
        buffer.UInt16($"{path}.input_size", config.InputSize);
        buffer.UInt16($"{path}.hidden_size", config.HiddenSize);
        buffer.Byte($"{path}.in_channels", config.InputChannels);
        buffer.Byte($"{path}.out_channels", config.OutputChannels);
        buffer.Zeros(2);
    }

    private static void WriteConvNet(NambBuffer buffer, string path, ConvNetConfig config)
    {
        buffer.UInt16($"{path}.channels", config.Channels);
        buffer.Flag(config.BatchNorm);
        buffer.Byte($"{path}.dilations", config.Dilations.Length);
        buffer.UInt16($"{path}.groups", config.Groups);
        buffer.Byte($"{path}.in_channels", config.InputChannels);
        buffer.Byte($"{path}.out_channels", config.OutputChannels);
        NambActivation.Write(buffer, $"{path}.activation", config.Activation);
        foreach (var dilation in config.Dilations)
            buffer.Int32(dilation);
    }

    private static void WriteWaveNet(NambBuffer buffer, string path, WaveNetConfig config)
    {
        if (config.PostHead is not null)
            throw buffer.CannotHold($"{path}.head", "a post-stack head");
        buffer.Byte($"{path}.in_channels", config.InputChannels);
        buffer.Flag(false);
        buffer.Byte($"{path}.layers", config.Arrays.Length);
        buffer.Flag(config.ConditionDsp is not null);
        if (config.ConditionDsp is { } condition)
        {
            // The original loader takes the weights of a condition inside a condition from the wrong place.
            if (condition.Config is WaveNetConfig { ConditionDsp: not null })
                throw buffer.CannotHold($"{path}.condition_dsp", "a condition network with a condition network of its own");
            buffer.Int32(TotalWeights(condition));
            NambMetadata.Write(buffer, condition);
            WriteModel(buffer, $"{path}.condition_dsp.config", condition);
        }

        for (var i = 0; i < config.Arrays.Length; i++)
            NambLayerArray.Write(buffer, $"{path}.layers[{i}]", config.Arrays[i]);
    }
}
