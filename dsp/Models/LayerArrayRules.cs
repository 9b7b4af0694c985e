namespace NamPlugin.Dsp.Models;

/// <summary>The rules of <see cref="ShapeRules"/> inside one layer array.</summary>
internal static class LayerArrayRules
{
    public static ShapeViolation? FirstViolation(LayerArrayConfig array) =>
        OfSizes(array) ?? OfHead(array) ?? OfLayer1x1(array) ?? OfHead1x1(array) ?? OfWidths(array) ?? OfLayers(array);

    /// <summary>Samples of history that the array's convolutions keep, over all channels.</summary>
    public static long HistorySamples(LayerArrayConfig array)
    {
        var samples = (long)array.HeadSumChannels * array.Head.Dilation * (array.Head.KernelSize - 1);
        foreach (var layer in array.Layers)
            samples += (long)array.Channels * layer.Dilation * (layer.KernelSize - 1);
        return samples;
    }

    private static ShapeViolation? OfSizes(LayerArrayConfig array) =>
        ShapeRules.Positive("input_size", array.InputSize, ModelLimits.Channels)
        ?? ShapeRules.Positive("condition_size", array.ConditionSize, ModelLimits.Channels)
        ?? ShapeRules.Positive("channels", array.Channels, ModelLimits.Channels)
        ?? ShapeRules.Positive("bottleneck", array.Bottleneck, ModelLimits.Channels)
        ?? ShapeRules.Count("dilations", array.Layers.Length, ModelLimits.Layers)
        ?? (array.Films.Length == LayerArrayConfig.FilmSlotCount ? null : new ShapeViolation("", $"{array.Films.Length} FiLM places", $"{LayerArrayConfig.FilmSlotCount}"));

    private static ShapeViolation? OfHead(LayerArrayConfig array) =>
        ShapeRules.Positive("head.out_channels", array.Head.OutChannels, ModelLimits.Channels)
        ?? ShapeRules.Positive("head.kernel_size", array.Head.KernelSize, ModelLimits.KernelSize)
        ?? ShapeRules.Positive("head.head_dilation", array.Head.Dilation, ModelLimits.HistorySamples);

    private static ShapeViolation? OfLayer1x1(LayerArrayConfig array)
    {
        if (array.Layer1x1.Active)
            return ShapeRules.Groups("layer1x1.groups", array.Layer1x1.Groups, array.Bottleneck, array.Channels);
        if (array.Bottleneck != array.Channels)
            return new ShapeViolation("bottleneck", array.Bottleneck.ToString(), $"{array.Channels}, the channels, because layer1x1 is not active");
        return array.Film(FilmSlot.Layer1x1Post).Active ? new ShapeViolation("layer1x1_post_film", "an active FiLM", "none, because layer1x1 is not active") : null;
    }

    private static ShapeViolation? OfHead1x1(LayerArrayConfig array)
    {
        if (!array.Head1x1.Active)
            return array.Film(FilmSlot.Head1x1Post).Active ? new ShapeViolation("head1x1_post_film", "an active FiLM", "none, because head1x1 is not active") : null;
        return ShapeRules.Positive("head1x1.out_channels", array.Head1x1.OutChannels, ModelLimits.Channels)
            ?? ShapeRules.Groups("head1x1.groups", array.Head1x1.Groups, array.Bottleneck, array.Head1x1.OutChannels);
    }

    private static ShapeViolation? OfWidths(LayerArrayConfig array)
    {
        const string Path = "slimmable.kwargs.allowed_channels";
        if (!array.IsSlimmable)
            return null;
        if (ShapeRules.Count(Path, array.AllowedChannels.Length, ModelLimits.Channels) is { } violation)
            return violation;
        var previous = 0;
        foreach (var width in array.AllowedChannels)
        {
            if (width <= previous)
                return new ShapeViolation(Path, $"{width} after {previous}", "widths from 1 up, ascending");
            previous = width;
        }

        return previous == array.Channels ? null : new ShapeViolation(Path, $"a last width of {previous}", $"{array.Channels}, the channels");
    }

    private static ShapeViolation? OfLayers(LayerArrayConfig array)
    {
        for (var i = 0; i < array.Layers.Length; i++)
        {
            if (OfLayer(array, i) is { } violation)
                return violation;
        }

        return ShapeRules.OfHistory("dilations", HistorySamples(array));
    }

    private static ShapeViolation? OfLayer(LayerArrayConfig array, int index)
    {
        var layer = array.Layers[index];
        var inner = array.InnerChannels(index);
        var kernel = layer.KernelSize is < 1 or > ModelLimits.KernelSize ? ShapeRules.Positive($"kernel_sizes[{index}]", layer.KernelSize, ModelLimits.KernelSize) : null;
        if (kernel is not null)
            return kernel;
        if (layer.Dilation is < 1 or > ModelLimits.HistorySamples)
            return ShapeRules.Positive($"dilations[{index}]", layer.Dilation, ModelLimits.HistorySamples);
        if (!Enum.IsDefined(layer.Gating))
            return new ShapeViolation($"gating_mode[{index}]", ((int)layer.Gating).ToString(), "none, gated or blended");
        if ((ShapeRules.OfActivation("activation", layer.Activation)
            ?? (layer.Gating == GatingMode.None ? null : ShapeRules.OfActivation("secondary_activation", layer.Secondary))
            ?? ShapeRules.Groups("groups_input", array.GroupsInput, array.Channels, inner)
            ?? ShapeRules.Groups("groups_input_mixin", array.GroupsInputMixin, array.ConditionSize, inner)) is { } violation)
        {
            return violation;
        }

        for (var slot = FilmSlot.ConvPre; slot <= FilmSlot.Head1x1Post; slot++)
        {
            var film = array.Film(slot);
            if (!film.Active)
                continue;
            var channels = array.FilmChannels(slot, index);
            if (ShapeRules.Groups("groups", film.Groups, array.ConditionSize, film.Shift ? 2 * channels : channels) is { } inside)
                return inside.Within(FilmKeys.Of(slot));
        }

        return null;
    }
}
