namespace NamPlugin.Dsp.Models;

/// <summary>The rules of <see cref="ShapeRules"/> for a WaveNet: how its arrays, its condition and its heads fit together.</summary>
internal static class WaveNetRules
{
    public static ShapeViolation? FirstViolation(WaveNetConfig config, double? sampleRateHz)
    {
        if ((ShapeRules.Count("layers", config.Arrays.Length, ModelLimits.LayerArrays) ?? OfCondition(config, sampleRateHz)) is { } violation)
            return violation;

        var conditionSize = config.ConditionDsp?.Config.OutputChannels ?? config.InputChannels;
        var history = 0L;
        for (var i = 0; i < config.Arrays.Length; i++)
        {
            var array = config.Arrays[i];
            if ((LayerArrayRules.FirstViolation(array) ?? OfJoint(config, i, conditionSize) ?? OfSlimming(config, i)) is { } inside)
                return inside.Within($"layers[{i}]");
            history += LayerArrayRules.HistorySamples(array);
        }

        return OfPostHead(config, ref history)
            ?? ShapeRules.OfHistory("", history)
            ?? (config.OutputChannels == OutputsOf(config) ? null : new ShapeViolation("out_channels", config.OutputChannels.ToString(), $"{OutputsOf(config)}, those of the last head"));
    }

    private static int OutputsOf(WaveNetConfig config) => config.PostHead?.OutChannels ?? config.Arrays[^1].Head.OutChannels;

    private static ShapeViolation? OfCondition(WaveNetConfig config, double? sampleRateHz)
    {
        if (config.ConditionDsp is not { } condition)
            return null;
        if (condition.SampleRateHz != sampleRateHz)
            return new ShapeViolation("condition_dsp.sample_rate", Rate(condition.SampleRateHz), $"{Rate(sampleRateHz)}, as of the model around it");
        return condition.Config.InputChannels == config.InputChannels
            ? null
            : new ShapeViolation("condition_dsp.config", $"{condition.Config.InputChannels} input channels", $"{config.InputChannels}, as of the model around it");
    }

    private static string Rate(double? sampleRateHz) => sampleRateHz is { } rate ? $"{rate} Hz" : "no sample rate";

    private static ShapeViolation? OfJoint(WaveNetConfig config, int index, int conditionSize)
    {
        var array = config.Arrays[index];
        if (array.ConditionSize != conditionSize)
            return new ShapeViolation("condition_size", array.ConditionSize.ToString(), $"{conditionSize}, the channels of the {(config.ConditionDsp is null ? "input" : "condition network's output")}");
        if (index == 0)
            return array.InputSize == config.InputChannels ? null : new ShapeViolation("input_size", array.InputSize.ToString(), $"{config.InputChannels}, the input channels");

        var previous = config.Arrays[index - 1];
        if (array.InputSize != previous.Channels)
            return new ShapeViolation("input_size", array.InputSize.ToString(), $"{previous.Channels}, the channels of the preceding array");
        if (array.Channels != previous.Head.OutChannels)
            return new ShapeViolation("channels", array.Channels.ToString(), $"{previous.Head.OutChannels}, the head size of the preceding array");
        return array.HeadSumChannels == previous.Head.OutChannels
            ? null
            : new ShapeViolation(array.Head1x1.Active ? "head1x1.out_channels" : "bottleneck", array.HeadSumChannels.ToString(), $"{previous.Head.OutChannels}, the head size of the preceding array");
    }

    /// <summary>A slimmable WaveNet is cut in leading slices, which only ungrouped networks with plain heads have ('.nam' section 8).</summary>
    private static ShapeViolation? OfSlimming(WaveNetConfig config, int index)
    {
        if (!config.IsSlimmable)
            return null;
        var array = config.Arrays[index];
        if (config.PostHead is not null)
            return new ShapeViolation("slimmable", "a list of widths and a post-stack head", "one or the other");
        if (array.Head.KernelSize != 1)
            return new ShapeViolation("head.kernel_size", array.Head.KernelSize.ToString(), "1 in a slimmable model");
        if (index > 0 && array.IsSlimmable && array.Head1x1.Active)
            return new ShapeViolation("head1x1", "an active head1x1", "none in a slimmable array after the first: its width cannot follow that of the preceding head");
        return Ungrouped("groups_input", array.GroupsInput)
            ?? Ungrouped("groups_input_mixin", array.GroupsInputMixin)
            ?? (array.Layer1x1.Active ? Ungrouped("layer1x1.groups", array.Layer1x1.Groups) : null)
            ?? (array.Head1x1.Active ? Ungrouped("head1x1.groups", array.Head1x1.Groups) : null)
            ?? UngroupedFilms(array);
    }

    private static ShapeViolation? UngroupedFilms(LayerArrayConfig array)
    {
        for (var slot = 0; slot < array.Films.Length; slot++)
        {
            if (array.Films[slot].Active && Ungrouped($"{FilmKeys.Of((FilmSlot)slot)}.groups", array.Films[slot].Groups) is { } violation)
                return violation;
        }

        return null;
    }

    private static ShapeViolation? Ungrouped(string path, int groups) =>
        groups == 1 ? null : new ShapeViolation(path, groups.ToString(), "1 in a slimmable model");

    private static ShapeViolation? OfPostHead(WaveNetConfig config, ref long history)
    {
        if (config.PostHead is not { } head)
            return null;
        if ((ShapeRules.Positive("head.channels", head.Channels, ModelLimits.Channels)
            ?? ShapeRules.Positive("head.out_channels", head.OutChannels, ModelLimits.Channels)
            ?? ShapeRules.Count("head.kernel_sizes", head.KernelSizes.Length, ModelLimits.Layers)
            ?? ShapeRules.OfActivation("head.activation", head.Activation)) is { } violation)
        {
            return violation;
        }

        var inputs = config.Arrays[^1].Head.OutChannels;
        for (var block = 0; block < head.KernelSizes.Length; block++)
        {
            if (ShapeRules.Positive($"head.kernel_sizes[{block}]", head.KernelSizes[block], ModelLimits.KernelSize) is { } inside)
                return inside;
            history += (long)inputs * (head.KernelSizes[block] - 1);
            inputs = head.Channels;
        }

        return null;
    }
}
