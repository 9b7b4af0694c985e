using System.Collections.Immutable;
using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Reads the configuration of a WaveNet ('.nam' sections 3 and 8).</summary>
internal static class WaveNetReader
{
    public static WaveNetConfig Read(JsonNode config, int depth)
    {
        // Some slimmable models wrap their configuration once more.
        if (config.TryGet("model"u8, out var wrapped) && !config.TryGet("layers"u8, out _))
            config = wrapped;

        // The value is replaced by the last weight, yet a file without it is no WaveNet.
        _ = config.Get("head_scale"u8).ToDouble();
        var arrays = ReadArrays(config.Get("layers"u8));
        var postHead = config.TryGetValue("head"u8, out var head) ? ReadPostHead(head, arrays) : null;
        return new WaveNetConfig
        {
            InputChannels = ConfigReader.Integer(config, "in_channels"u8, 1),
            OutputChannels = postHead?.OutChannels ?? arrays[^1].Head.OutChannels,
            Arrays = arrays,
            PostHead = postHead,
            // Last, so that nothing can fail once it owns memory.
            ConditionDsp = config.TryGetValue("condition_dsp"u8, out var condition) ? NamReader.ReadModel(condition, depth + 1) : null,
        };
    }

    private static ImmutableArray<LayerArrayConfig> ReadArrays(JsonNode list)
    {
        var arrays = ImmutableArray.CreateBuilder<LayerArrayConfig>(list.Count(ModelLimits.LayerArrays));
        foreach (var array in list.Elements())
            arrays.Add(LayerArrayReader.Read(array));
        return arrays.Count > 0 ? arrays.MoveToImmutable() : throw list.Refuse("no layer arrays", "at least one", Remedies.ExportAgain);
    }

    private static PostHeadConfig ReadPostHead(JsonNode head, ImmutableArray<LayerArrayConfig> arrays)
    {
        var inputs = arrays[^1].Head.OutChannels;
        if (head.TryGetValue("in_channels"u8, out var given) && given.ToInt32() != inputs)
            throw given.Refuse(given.Describe(), $"{inputs}, the head size of the last layer array", Remedies.ExportAgain);
        return new PostHeadConfig(
            head.Get("channels"u8).ToInt32(),
            head.Get("out_channels"u8).ToInt32(),
            ConfigReader.Integers(head.Get("kernel_sizes"u8), ModelLimits.Layers),
            ActivationReader.Read(head.Get("activation"u8)));
    }
}
