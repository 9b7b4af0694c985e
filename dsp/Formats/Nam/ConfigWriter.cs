using System.Text.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Writes the configuration of each architecture; what equals the format's default is left out.</summary>
internal static class ConfigWriter
{
    public static void Write(Utf8JsonWriter json, NamModel model)
    {
        switch (model.Config)
        {
            case WaveNetConfig waveNet:
                WriteWaveNet(json, waveNet, headScale: model.Weights[model.Weights.Length - 1]);
                break;
            case LstmConfig lstm:
                WriteLstm(json, lstm);
                break;
            case ConvNetConfig convNet:
                WriteConvNet(json, convNet);
                break;
            case LinearConfig linear:
                WriteLinear(json, linear);
                break;
            case ContainerConfig container:
                WriteContainer(json, container);
                break;
            default:
                throw new ArgumentException($"{model.Config.Architecture} has no configuration in a .nam file.", nameof(model));
        }
    }

    private static void WriteChannels(Utf8JsonWriter json, ModelConfig config)
    {
        if (config.InputChannels != 1)
            json.WriteNumber("in_channels"u8, config.InputChannels);
        if (config.OutputChannels != 1)
            json.WriteNumber("out_channels"u8, config.OutputChannels);
    }

    private static void WriteLstm(Utf8JsonWriter json, LstmConfig config)
    {
        json.WriteNumber("input_size"u8, config.InputSize);
        json.WriteNumber("hidden_size"u8, config.HiddenSize);
        json.WriteNumber("num_layers"u8, config.Layers);
        WriteChannels(json, config);
    }

    private static void WriteConvNet(Utf8JsonWriter json, ConvNetConfig config)
    {
        json.WriteNumber("channels"u8, config.Channels);
        json.WriteStartArray("dilations"u8);
        foreach (var dilation in config.Dilations)
            json.WriteNumberValue(dilation);
        json.WriteEndArray();
        json.WriteBoolean("batchnorm"u8, config.BatchNorm);
        json.WritePropertyName("activation"u8);
        ActivationWriter.Write(json, config.Activation);
        if (config.Groups != 1)
            json.WriteNumber("groups"u8, config.Groups);
        WriteChannels(json, config);
    }

    private static void WriteLinear(Utf8JsonWriter json, LinearConfig config)
    {
        json.WriteNumber("receptive_field"u8, config.ReceptiveField);
        json.WriteBoolean("bias"u8, config.Bias);
        if (config.Implementation != LinearImplementation.Auto)
            json.WriteString("implementation"u8, config.Implementation == LinearImplementation.Direct ? "direct"u8 : "fft"u8);
        WriteChannels(json, config);
    }

    private static void WriteContainer(Utf8JsonWriter json, ContainerConfig config)
    {
        json.WriteStartArray("submodels"u8);
        foreach (var (bound, model) in config.Submodels)
        {
            json.WriteStartObject();
            json.WriteNumber("max_value"u8, bound);
            json.WritePropertyName("model"u8);
            NamWriter.WriteModel(json, model);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The head scale stands twice in the format; the last weight is the one that counts.</summary>
    private static void WriteWaveNet(Utf8JsonWriter json, WaveNetConfig config, float headScale)
    {
        if (config.InputChannels != 1)
            json.WriteNumber("in_channels"u8, config.InputChannels);
        json.WriteStartArray("layers"u8);
        foreach (var array in config.Arrays)
            LayerArrayWriter.Write(json, array);
        json.WriteEndArray();
        if (config.PostHead is { } head)
            WritePostHead(json, head);
        else
            json.WriteNull("head"u8);
        json.WritePropertyName("head_scale"u8);
        ExactSingle.Write(json, headScale);
        if (config.ConditionDsp is not { } condition)
            return;
        json.WritePropertyName("condition_dsp"u8);
        NamWriter.WriteModel(json, condition);
    }

    private static void WritePostHead(Utf8JsonWriter json, PostHeadConfig head)
    {
        json.WriteStartObject("head"u8);
        json.WriteNumber("channels"u8, head.Channels);
        json.WriteNumber("out_channels"u8, head.OutChannels);
        json.WriteStartArray("kernel_sizes"u8);
        foreach (var kernel in head.KernelSizes)
            json.WriteNumberValue(kernel);
        json.WriteEndArray();
        json.WritePropertyName("activation"u8);
        ActivationWriter.Write(json, head.Activation);
        json.WriteEndObject();
    }
}
