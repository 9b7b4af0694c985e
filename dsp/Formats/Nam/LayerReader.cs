using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>
/// Reads what differs from layer to layer. The format stores it by columns: one value for all layers, or an array with one entry each;
/// the dilations say how many layers there are.
/// </summary>
internal static class LayerReader
{
    private delegate T ValueReader<T>(JsonNode node);

    public static ImmutableArray<LayerConfig> Read(JsonNode array)
    {
        var dilations = ConfigReader.Integers(array.Get("dilations"u8), ModelLimits.Layers);
        var kernels = ReadKernelSizes(array, dilations.Length);
        var activations = Column(array.Get("activation"u8), dilations.Length, ActivationReader.Read);
        var gatings = ReadGatings(array, dilations.Length, out var legacy);
        var layers = new LayerConfig[dilations.Length];
        for (var i = 0; i < layers.Length; i++)
            layers[i] = new LayerConfig(kernels[i], dilations[i], gatings[i], activations[i], LayerConfig.DefaultSecondary);
        if (!legacy && array.TryGet("secondary_activation"u8, out var secondary))
            ReadSecondaries(secondary, layers);
        return ImmutableCollectionsMarshal.AsImmutableArray(layers);
    }

    private static T[] Column<T>(JsonNode node, int layers, ValueReader<T> read)
    {
        var column = new T[layers];
        if (node.Kind != JsonKind.Array)
        {
            Array.Fill(column, read(node));
            return column;
        }

        CheckLength(node, layers);
        var i = 0;
        foreach (var element in node.Elements())
            column[i++] = read(element);
        return column;
    }

    private static void CheckLength(JsonNode list, int layers)
    {
        var count = list.Count(ModelLimits.Layers);
        if (count != layers)
            throw list.Refuse($"{count} entries", $"{layers}, one per dilation", Remedies.ExportAgain);
    }

    private static ImmutableArray<int> ReadKernelSizes(JsonNode array, int layers)
    {
        var hasOne = array.TryGet("kernel_size"u8, out var one);
        if (array.TryGet("kernel_sizes"u8, out var list))
        {
            if (hasOne)
                throw list.Refuse("both kernel_size and kernel_sizes", "only one of them", Remedies.ExportAgain);
            CheckLength(list, layers);
            return ConfigReader.Integers(list, layers);
        }

        if (!hasOne)
            throw array.Refuse("neither kernel_size nor kernel_sizes", "one of them", Remedies.ExportAgain);
        var kernels = new int[layers];
        Array.Fill(kernels, one.ToInt32());
        return ImmutableCollectionsMarshal.AsImmutableArray(kernels);
    }

    /// <summary>The gating modes; a legacy boolean stands for all layers and always means a sigmoid gate.</summary>
    private static GatingMode[] ReadGatings(JsonNode array, int layers, out bool legacy)
    {
        legacy = !array.TryGet("gating_mode"u8, out var modes);
        if (!legacy)
            return Column(modes, layers, ReadGating);
        var column = new GatingMode[layers];
        if (array.TryGet("gated"u8, out var gated) && gated.ToBoolean())
            Array.Fill(column, GatingMode.Gated);
        return column;
    }

    private static GatingMode ReadGating(JsonNode node) => node.ToText() switch
    {
        "none" => GatingMode.None,
        "gated" => GatingMode.Gated,
        "blended" => GatingMode.Blended,
        _ => throw node.Refuse(node.Describe(), "none, gated or blended, in lower case", Remedies.ExportAgain),
    };

    /// <summary>Entries of ungated layers are not read: files put null or anything there.</summary>
    private static void ReadSecondaries(JsonNode node, Span<LayerConfig> layers)
    {
        if (node.Kind == JsonKind.Array)
        {
            CheckLength(node, layers.Length);
            var i = 0;
            foreach (var element in node.Elements())
            {
                ref var layer = ref layers[i++];
                if (layer.Gating != GatingMode.None)
                    layer = layer with { Secondary = ActivationReader.Read(element) };
            }

            return;
        }

        Activation? common = null;
        foreach (ref var layer in layers)
        {
            if (layer.Gating != GatingMode.None)
                layer = layer with { Secondary = common ??= ActivationReader.Read(node) };
        }
    }
}
