using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>One WaveNet layer array: sizes, then the layers by columns.</summary>
internal static class NambLayerArray
{
    public static LayerArrayConfig Read(ref NambCursor cursor)
    {
        var inputSize = cursor.UInt16();
        var conditionSize = cursor.UInt16();
        var headSize = cursor.UInt16();
        var channels = cursor.UInt16();
        var bottleneck = cursor.UInt16();
        var headKernel = cursor.UInt16();
        var headBias = cursor.Flag();
        var layers = cursor.Byte();
        return new LayerArrayConfig
        {
            InputSize = inputSize,
            ConditionSize = conditionSize,
            Channels = channels,
            Bottleneck = bottleneck,
            // Older files had a reserved 0 where the kernel size stands now.
            Head = new HeadConfig(headSize, Math.Max((int)headKernel, 1), headBias, Dilation: 1),
            GroupsInput = cursor.UInt16(),
            GroupsInputMixin = cursor.UInt16(),
            Layer1x1 = ReadLayer1x1(ref cursor),
            Head1x1 = ReadHead1x1(ref cursor),
            Films = ReadFilms(ref cursor),
            Layers = ReadLayers(ref cursor, layers),
        };
    }

    public static void Write(NambBuffer buffer, string path, LayerArrayConfig array)
    {
        if (array.IsSlimmable)
            throw buffer.CannotHold($"{path}.slimmable", "a list of widths");
        if (array.Head.Dilation != 1)
            throw buffer.CannotHold($"{path}.head.head_dilation", $"a head dilation of {array.Head.Dilation}");
        buffer.UInt16($"{path}.input_size", array.InputSize);
        buffer.UInt16($"{path}.condition_size", array.ConditionSize);
        buffer.UInt16($"{path}.head.out_channels", array.Head.OutChannels);
        buffer.UInt16($"{path}.channels", array.Channels);
        buffer.UInt16($"{path}.bottleneck", array.Bottleneck);
        buffer.UInt16($"{path}.head.kernel_size", array.Head.KernelSize);
        buffer.Flag(array.Head.Bias);
        buffer.Byte($"{path}.dilations", array.Layers.Length);
        buffer.UInt16($"{path}.groups_input", array.GroupsInput);
        buffer.UInt16($"{path}.groups_input_mixin", array.GroupsInputMixin);
        buffer.Flag(array.Layer1x1.Active);
        buffer.UInt16($"{path}.layer1x1.groups", array.Layer1x1.Groups);
        buffer.Zeros(1);
        buffer.Flag(array.Head1x1.Active);
        buffer.UInt16($"{path}.head1x1.out_channels", array.Head1x1.OutChannels);
        buffer.UInt16($"{path}.head1x1.groups", array.Head1x1.Groups);
        buffer.Zeros(1);
        foreach (var film in array.Films)
        {
            buffer.Byte(path, (film.Active ? NambLayout.FilmActive : 0) | (film.Shift ? NambLayout.FilmShift : 0));
            buffer.Zeros(1);
            buffer.UInt16($"{path} FiLM groups", film.Groups);
        }

        WriteLayers(buffer, path, array.Layers);
    }

    private static Layer1x1Config ReadLayer1x1(ref NambCursor cursor)
    {
        var config = new Layer1x1Config(cursor.Flag(), cursor.UInt16());
        cursor.Skip(1);
        return config;
    }

    private static Head1x1Config ReadHead1x1(ref NambCursor cursor)
    {
        var config = new Head1x1Config(cursor.Flag(), cursor.UInt16(), cursor.UInt16());
        cursor.Skip(1);
        return config;
    }

    private static ImmutableArray<FilmConfig> ReadFilms(ref NambCursor cursor)
    {
        var films = new FilmConfig[LayerArrayConfig.FilmSlotCount];
        foreach (ref var film in films.AsSpan())
        {
            var flags = cursor.Byte();
            cursor.Skip(1);
            film = new FilmConfig((flags & NambLayout.FilmActive) != 0, (flags & NambLayout.FilmShift) != 0, cursor.UInt16());
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(films);
    }

    private static ImmutableArray<LayerConfig> ReadLayers(ref NambCursor cursor, int count)
    {
        var layers = new LayerConfig[count];
        foreach (ref var layer in layers.AsSpan())
            layer = layer with { Dilation = cursor.Int32() };
        foreach (ref var layer in layers.AsSpan())
            layer = layer with { KernelSize = cursor.UInt16() };
        foreach (ref var layer in layers.AsSpan())
            layer = layer with { Activation = NambActivation.Read(ref cursor) };
        foreach (ref var layer in layers.AsSpan())
            layer = layer with { Gating = ReadGating(ref cursor) };
        foreach (ref var layer in layers.AsSpan())
        {
            var secondary = NambActivation.Read(ref cursor);
            layer = layer with { Secondary = layer.Gating == GatingMode.None ? LayerConfig.DefaultSecondary : secondary };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(layers);
    }

    private static GatingMode ReadGating(ref NambCursor cursor)
    {
        var mode = (GatingMode)cursor.Byte();
        return Enum.IsDefined(mode) ? mode : GatingMode.None;
    }

    private static void WriteLayers(NambBuffer buffer, string path, ImmutableArray<LayerConfig> layers)
    {
        foreach (var layer in layers)
            buffer.Int32(layer.Dilation);
        foreach (var layer in layers)
            buffer.UInt16($"{path}.kernel_sizes", layer.KernelSize);
        foreach (var layer in layers)
            NambActivation.Write(buffer, $"{path}.activation", layer.Activation);
        foreach (var layer in layers)
            buffer.Byte($"{path}.gating_mode", (int)layer.Gating);
        foreach (var layer in layers)
        {
            if (layer.Gating == GatingMode.None)
                NambActivation.WritePlaceholder(buffer);
            else
                NambActivation.Write(buffer, $"{path}.secondary_activation", layer.Secondary);
        }
    }
}
