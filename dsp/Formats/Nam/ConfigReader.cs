using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Reads the configuration of each architecture. Relations between the sizes are the matter of <see cref="ShapeRules"/>.</summary>
internal static class ConfigReader
{
    public static ModelConfig Read(JsonNode architecture, JsonNode config, int depth)
    {
        if (architecture.Is("WaveNet"u8))
            return WaveNetReader.Read(config, depth);
        if (architecture.Is("LSTM"u8))
            return ReadLstm(config);
        if (architecture.Is("ConvNet"u8))
            return ReadConvNet(config);
        if (architecture.Is("Linear"u8))
            return ReadLinear(config);
        if (architecture.Is("SlimmableContainer"u8))
            return ReadContainer(config, depth);
        throw architecture.Refuse(architecture.Describe(), "WaveNet, LSTM, ConvNet, Linear or SlimmableContainer", Remedies.OtherArchitecture);
    }

    /// <summary>An optional integer.</summary>
    public static int Integer(JsonNode node, ReadOnlySpan<byte> key, int absent) => node.TryGet(key, out var value) ? value.ToInt32() : absent;

    /// <summary>A list of integers.</summary>
    public static ImmutableArray<int> Integers(JsonNode list, int limit)
    {
        var values = new int[list.Count(limit)];
        var i = 0;
        foreach (var element in list.Elements())
            values[i++] = element.ToInt32();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static LstmConfig ReadLstm(JsonNode config) => new()
    {
        Layers = config.Get("num_layers"u8).ToInt32(),
        InputSize = config.Get("input_size"u8).ToInt32(),
        HiddenSize = config.Get("hidden_size"u8).ToInt32(),
        InputChannels = Integer(config, "in_channels"u8, 1),
        OutputChannels = Integer(config, "out_channels"u8, 1),
    };

    private static ConvNetConfig ReadConvNet(JsonNode config) => new()
    {
        Channels = config.Get("channels"u8).ToInt32(),
        Dilations = Integers(config.Get("dilations"u8), ModelLimits.Layers),
        BatchNorm = config.Get("batchnorm"u8).ToBoolean(),
        Activation = ActivationReader.Read(config.Get("activation"u8)),
        Groups = Integer(config, "groups"u8, 1),
        InputChannels = Integer(config, "in_channels"u8, 1),
        OutputChannels = Integer(config, "out_channels"u8, 1),
    };

    private static LinearConfig ReadLinear(JsonNode config) => new()
    {
        ReceptiveField = config.Get("receptive_field"u8).ToInt32(),
        Bias = config.Get("bias"u8).ToBoolean(),
        Implementation = config.TryGet("implementation"u8, out var implementation) ? ReadImplementation(implementation) : LinearImplementation.Auto,
        InputChannels = Integer(config, "in_channels"u8, 1),
        OutputChannels = Integer(config, "out_channels"u8, 1),
    };

    private static LinearImplementation ReadImplementation(JsonNode node) => node.ToText().ToLowerInvariant() switch
    {
        "auto" => LinearImplementation.Auto,
        "direct" or "legacy" or "old" => LinearImplementation.Direct,
        "fft" or "partitioned_fft" => LinearImplementation.PartitionedFft,
        _ => throw node.Refuse(node.Describe(), "auto, direct, legacy, old, fft or partitioned_fft", Remedies.ExportAgain),
    };

    private static ContainerConfig ReadContainer(JsonNode config, int depth)
    {
        var list = config.Get("submodels"u8);
        var submodels = new List<Submodel>(list.Count(ModelLimits.Submodels));
        try
        {
            foreach (var entry in list.Elements())
            {
                var bound = entry.Get("max_value"u8).ToDouble();
                submodels.Add(new Submodel(bound, NamReader.ReadModel(entry.Get("model"u8), depth + 1)));
            }

            return new ContainerConfig { Submodels = [.. submodels], InputChannels = 1, OutputChannels = 1 };
        }
        catch
        {
            foreach (var submodel in submodels)
                submodel.Model.Dispose();
            throw;
        }
    }
}
