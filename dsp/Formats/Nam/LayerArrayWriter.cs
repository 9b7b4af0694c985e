using System.Text.Json;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Writes one WaveNet layer array; a plain A1 array comes out in the keys of A1 alone.</summary>
internal static class LayerArrayWriter
{
    public static void Write(Utf8JsonWriter json, LayerArrayConfig array)
    {
        json.WriteStartObject();
        json.WriteNumber("input_size"u8, array.InputSize);
        json.WriteNumber("condition_size"u8, array.ConditionSize);
        json.WriteNumber("channels"u8, array.Channels);
        if (array.Bottleneck != array.Channels)
            json.WriteNumber("bottleneck"u8, array.Bottleneck);
        WriteHead(json, array.Head);
        WriteLayers(json, array);
        if (array.GroupsInput != 1)
            json.WriteNumber("groups_input"u8, array.GroupsInput);
        if (array.GroupsInputMixin != 1)
            json.WriteNumber("groups_input_mixin"u8, array.GroupsInputMixin);
        WriteResidual(json, array);
        for (var slot = FilmSlot.ConvPre; slot <= FilmSlot.Head1x1Post; slot++)
            WriteFilm(json, slot, array.Film(slot));
        if (array.IsSlimmable)
            WriteWidths(json, array);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, HeadConfig head)
    {
        if (head is { KernelSize: 1, Dilation: 1 })
        {
            json.WriteNumber("head_size"u8, head.OutChannels);
            json.WriteBoolean("head_bias"u8, head.Bias);
            return;
        }

        json.WriteStartObject("head"u8);
        json.WriteNumber("out_channels"u8, head.OutChannels);
        json.WriteNumber("kernel_size"u8, head.KernelSize);
        json.WriteBoolean("bias"u8, head.Bias);
        if (head.Dilation != 1)
            json.WriteNumber("head_dilation"u8, head.Dilation);
        json.WriteEndObject();
    }

    private static void WriteLayers(Utf8JsonWriter json, LayerArrayConfig array)
    {
        var layers = array.Layers;
        var first = layers[0];
        json.WriteStartArray("dilations"u8);
        foreach (var layer in layers)
            json.WriteNumberValue(layer.Dilation);
        json.WriteEndArray();

        var isUniform = layers.TrueForAll(layer => layer.KernelSize == first.KernelSize);
        Column(json, isUniform ? "kernel_size" : "kernel_sizes", array, isUniform, static (json, layer) => json.WriteNumberValue(layer.KernelSize));
        isUniform = layers.TrueForAll(layer => layer.Activation == first.Activation);
        Column(json, "activation", array, isUniform, static (json, layer) => ActivationWriter.Write(json, layer.Activation));
        WriteGating(json, array);
    }

    /// <summary>The legacy boolean can say that all layers are ungated, or that all are gated by a sigmoid.</summary>
    private static void WriteGating(Utf8JsonWriter json, LayerArrayConfig array)
    {
        var first = array.Layers[0];
        var isUniform = array.Layers.TrueForAll(layer => layer.Gating == first.Gating && layer.Secondary == first.Secondary);
        var isLegacy = first.Gating == GatingMode.None || (first.Gating == GatingMode.Gated && first.Secondary == LayerConfig.DefaultSecondary);
        if (isUniform && isLegacy)
        {
            json.WriteBoolean("gated"u8, first.Gating == GatingMode.Gated);
            return;
        }

        Column(json, "gating_mode", array, isUniform, static (json, layer) => json.WriteStringValue(layer.Gating switch
        {
            GatingMode.Gated => "gated"u8,
            GatingMode.Blended => "blended"u8,
            _ => "none"u8,
        }));
        Column(json, "secondary_activation", array, isUniform, static (json, layer) =>
        {
            if (layer.Gating == GatingMode.None)
                json.WriteNullValue();
            else
                ActivationWriter.Write(json, layer.Secondary);
        });
    }

    /// <summary>One value for all layers, or one for each.</summary>
    private static void Column(Utf8JsonWriter json, string key, LayerArrayConfig array, bool isUniform, Action<Utf8JsonWriter, LayerConfig> write)
    {
        json.WritePropertyName(key);
        if (isUniform)
        {
            write(json, array.Layers[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var layer in array.Layers)
            write(json, layer);
        json.WriteEndArray();
    }

    private static void WriteResidual(Utf8JsonWriter json, LayerArrayConfig array)
    {
        if (array.Layer1x1 != new Layer1x1Config(Active: true, Groups: 1))
        {
            json.WriteStartObject("layer1x1"u8);
            json.WriteBoolean("active"u8, array.Layer1x1.Active);
            json.WriteNumber("groups"u8, array.Layer1x1.Groups);
            json.WriteEndObject();
        }

        if (array.Head1x1 != new Head1x1Config(Active: false, array.Channels, Groups: 1))
        {
            json.WriteStartObject("head1x1"u8);
            json.WriteBoolean("active"u8, array.Head1x1.Active);
            json.WriteNumber("out_channels"u8, array.Head1x1.OutChannels);
            json.WriteNumber("groups"u8, array.Head1x1.Groups);
            json.WriteEndObject();
        }
    }

    private static void WriteFilm(Utf8JsonWriter json, FilmSlot slot, FilmConfig film)
    {
        if (film == FilmConfig.Inactive)
            return;
        json.WriteStartObject(FilmKeys.Of(slot));
        json.WriteBoolean("active"u8, film.Active);
        json.WriteBoolean("shift"u8, film.Shift);
        json.WriteNumber("groups"u8, film.Groups);
        json.WriteEndObject();
    }

    private static void WriteWidths(Utf8JsonWriter json, LayerArrayConfig array)
    {
        json.WriteStartObject("slimmable"u8);
        json.WriteString("method"u8, "slice_channels_uniform"u8);
        json.WriteStartObject("kwargs"u8);
        json.WriteStartArray("allowed_channels"u8);
        foreach (var width in array.AllowedChannels)
            json.WriteNumberValue(width);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
