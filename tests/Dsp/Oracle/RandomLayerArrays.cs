using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Random layer arrays that fit between their neighbours.</summary>
internal static class RandomLayerArrays
{
    private const int MostChannels = 9;
    private const int MostLayers = 4;

    public static Gen<LayerArrayConfig> LayerArray(ArraySeat seat) =>
        from hasLayer1x1 in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from wantsHead1x1 in RandomModels.Flag
        let hasHead1x1 = wantsHead1x1 && (seat.IsFirst || !seat.IsSlimmable)
        // The head sum of a later array continues the preceding head, which has this array's channels.
        from bottleneck in hasLayer1x1 && (seat.IsFirst || hasHead1x1) ? Gen.Choose(1, MostChannels) : Gen.Constant(seat.Channels)
        from headSum in seat.IsFirst ? Gen.Choose(1, 6) : Gen.Constant(seat.Channels)
        from layers in RandomModels.NonEmpty(Layer(bottleneck), MostLayers)
        from headKernel in seat.IsPlain ? Gen.Constant(1) : Gen.Choose(1, 5)
        from headDilation in Gen.Choose(1, 20)
        from headBias in RandomModels.Flag
        from groupsInput in Groups(seat, seat.Channels, bottleneck)
        from groupsMixin in Groups(seat, seat.ConditionSize, bottleneck)
        from groupsLayer1x1 in Groups(seat, bottleneck, seat.Channels)
        from groupsHead1x1 in Groups(seat, bottleneck, headSum)
        from widths in Widths(seat)
        let array = new LayerArrayConfig
        {
            InputSize = seat.InputSize,
            ConditionSize = seat.ConditionSize,
            Channels = seat.Channels,
            Bottleneck = bottleneck,
            Layers = layers,
            Head = new HeadConfig(seat.HeadOutputs, headKernel, headBias, headDilation),
            GroupsInput = groupsInput,
            GroupsInputMixin = groupsMixin,
            Layer1x1 = new Layer1x1Config(hasLayer1x1, hasLayer1x1 ? groupsLayer1x1 : 1),
            Head1x1 = hasHead1x1 ? new Head1x1Config(Active: true, headSum, groupsHead1x1) : default,
            Films = NoFilms,
            AllowedChannels = widths,
        }
        from films in Films(seat, array)
        select array with { Films = films };

    private static ImmutableArray<FilmConfig> NoFilms { get; } = [.. Enumerable.Repeat(FilmConfig.Inactive, LayerArrayConfig.FilmSlotCount)];

    private static Gen<LayerConfig> Layer(int channels) =>
        from kernel in Gen.Choose(1, 7)
        from dilation in Gen.Frequency((6, Gen.Choose(1, 13)), (2, Gen.Choose(14, 64)), (1, Gen.Choose(65, 150)))
        from gating in Gen.Elements(Enum.GetValues<GatingMode>())
        from activation in RandomModels.Activation(channels)
        from secondary in RandomModels.Activation(channels)
        select new LayerConfig(kernel, dilation, gating, activation, secondary);

    private static Gen<int> Groups(ArraySeat seat, int inputs, int outputs) => seat.IsPlain ? Gen.Constant(1) : RandomModels.Divisor(inputs, outputs);

    // Ascending, ending at full width; every other width is in the list or not.
    private static Gen<ImmutableArray<int>> Widths(ArraySeat seat) =>
        seat.IsSlimmable
            ? Gen.ArrayOf(RandomModels.Flag, seat.Channels).Select(chosen => Enumerable.Range(1, seat.Channels).Where(width => width == seat.Channels || chosen[width - 1]).ToImmutableArray())
            : Gen.Constant(default(ImmutableArray<int>));

    private static Gen<ImmutableArray<FilmConfig>> Films(ArraySeat seat, LayerArrayConfig array)
    {
        var some = Gen.CollectToArray(Enum.GetValues<FilmSlot>().Select(slot => Film(seat, array, slot))).Select(static films => films.ToImmutableArray());
        return Gen.Frequency((1, Gen.Constant(NoFilms)), (2, some));
    }

    private static Gen<FilmConfig> Film(ArraySeat seat, LayerArrayConfig array, FilmSlot slot)
    {
        var isPossible = slot switch
        {
            FilmSlot.Layer1x1Post => array.Layer1x1.Active,
            FilmSlot.Head1x1Post => array.Head1x1.Active,
            _ => true,
        };
        if (!isPossible)
            return Gen.Constant(FilmConfig.Inactive);
        var channels = Enumerable.Range(0, array.Layers.Length).Select(layer => array.FilmChannels(slot, layer)).Append(array.ConditionSize);
        var active =
            from shift in RandomModels.Flag
            from groups in seat.IsPlain ? Gen.Constant(1) : RandomModels.Divisor([.. channels])
            select new FilmConfig(Active: true, shift, groups);
        return Gen.Frequency((2, Gen.Constant(FilmConfig.Inactive)), (1, active));
    }
}
