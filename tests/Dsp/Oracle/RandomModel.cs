using System.Text.Json;
using System.Text.Json.Serialization;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>A model to be: its shape, the seed of its weights, and the models inside it. Every <see cref="Build"/> makes the same one.</summary>
public sealed record RandomModel(ModelConfig Config, double? SampleRateHz, int Seed, IReadOnlyList<RandomModel> Inner)
{
    // What a property leaves out is zero, false or the first of its enumeration.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Converters = { new JsonStringEnumConverter(), new InnerModelOmitted() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The model; the caller owns it. Its shape obeys every rule of the format.</summary>
    public NamModel Build()
    {
        var config = Config switch
        {
            WaveNetConfig waveNet when Inner.Count > 0 => waveNet with { ConditionDsp = Inner[0].Build() },
            ContainerConfig container => container with { Submodels = [.. container.Submodels.Zip(Inner, static (entry, inner) => entry with { Model = inner.Build() })] },
            _ => Config,
        };
        Assert.Null(ShapeRules.FirstViolation(config, SampleRateHz));
        return new NamModel { Version = FileVersion.Newest, Config = config, SampleRateHz = SampleRateHz, Weights = Weights(config) };
    }

    /// <summary>What a failed property shows: enough to rebuild the model by hand.</summary>
    public override string ToString() =>
        $"{Config.Architecture} at {SampleRateHz?.ToString() ?? "unknown"} Hz, weights from seed {Seed}: {JsonSerializer.Serialize(Config, Config.GetType(), Readable)} [{string.Join("; ", Inner)}]";

    private NativeBuffer<float> Weights(ModelConfig config)
    {
        var random = new Random(Seed);
        var weights = new NativeBuffer<float>((int)WeightCount.Of(config));
        // Loud enough to drive the activations, quiet enough that ten layers do not grow without bound and no recurrent network turns chaotic.
        var reach = 0.15 + 0.3 * random.NextDouble();
        foreach (ref var weight in weights.Span)
            weight = (float)(reach * (2 * random.NextDouble() - 1));
        if (config is ConvNetConfig { BatchNorm: true } convNet)
            MakeVariancesPositive(convNet, weights.Span);
        return weights;
    }

    private static void MakeVariancesPositive(ConvNetConfig config, Span<float> weights)
    {
        var position = 0;
        var inputs = config.InputChannels;
        foreach (var _ in config.Dilations)
        {
            position += config.Channels * (inputs / config.Groups) * ConvNetConfig.KernelSize + config.Channels;
            foreach (ref var variance in weights.Slice(position, config.Channels))
                variance = 0.05f + Math.Abs(variance);
            position += 3 * config.Channels;
            weights[position++] = 1e-5f;
            inputs = config.Channels;
        }
    }

    // Inner models are printed by their own RandomModel.
    private sealed class InnerModelOmitted : JsonConverter<NamModel>
    {
        public override NamModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, NamModel value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
