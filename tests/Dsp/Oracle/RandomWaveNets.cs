using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Random small WaveNets with everything that the format allows, alone and in combination.</summary>
public static class RandomWaveNets
{
    private const int MostChannels = 9;

    /// <summary>A WaveNet, perhaps with a condition network, which may itself be of any architecture while <paramref name="nesting"/> lasts.</summary>
    public static Gen<RandomModel> WaveNet(int inputs, int outputs, double? rate, int nesting) =>
        from condition in Condition(inputs, rate, nesting)
        from hasPostHead in RandomModels.Flag
        from headOutputs in hasPostHead ? Gen.Choose(1, 5) : Gen.Constant(outputs)
        from postHead in hasPostHead ? PostHead(headOutputs, outputs).Select(static head => (PostHeadConfig?)head) : Gen.Constant<PostHeadConfig?>(null)
        from model in Assemble(inputs, headOutputs, outputs, rate, condition, postHead, isSlimmable: false)
        select model;

    /// <summary>A slimmable WaveNet: ungrouped, plain heads, at least one array with a list of widths.</summary>
    public static Gen<RandomModel> Slimmable(int inputs, int outputs, double? rate) =>
        from condition in Condition(inputs, rate, nesting: 1)
        from model in Assemble(inputs, outputs, outputs, rate, condition, postHead: null, isSlimmable: true)
        select model;

    private static Gen<RandomModel> Assemble(int inputs, int headOutputs, int outputs, double? rate, RandomModel? condition, PostHeadConfig? postHead, bool isSlimmable) =>
        from count in Gen.Choose(1, 3)
        from arrays in Arrays(inputs, condition?.Config.OutputChannels ?? inputs, headOutputs, count, isSlimmable)
        from seed in RandomModels.Seed
        let config = new WaveNetConfig { InputChannels = inputs, OutputChannels = outputs, Arrays = arrays, PostHead = postHead }
        select new RandomModel(config, rate, seed, condition is null ? [] : [condition]);

    private static Gen<RandomModel?> Condition(int inputs, double? rate, int nesting)
    {
        var none = Gen.Constant<RandomModel?>(null);
        if (nesting == 0)
            return none;
        var network = Gen.Choose(1, 4).SelectMany(outputs => RandomModels.Network(inputs, outputs, rate, nesting - 1)).Select(static model => (RandomModel?)model);
        var container = inputs == 1 ? RandomModels.Container(rate).Select(static model => (RandomModel?)model) : network;
        return Gen.Frequency((10, none), (4, network), (1, container));
    }

    private static Gen<PostHeadConfig> PostHead(int inputs, int outputs) =>
        from channels in Gen.Choose(1, 5)
        from kernels in RandomModels.NonEmpty(Gen.Choose(1, 6), 3)
        from activation in RandomModels.Activation(Math.Max(inputs, channels))
        select new PostHeadConfig(channels, outputs, kernels, activation);

    private static Gen<ImmutableArray<LayerArrayConfig>> Arrays(int inputs, int conditionSize, int headOutputs, int count, bool isSlimmable) =>
        from channels in Gen.ArrayOf(Gen.Choose(1, MostChannels), count)
        from narrows in Gen.ArrayOf(RandomModels.Flag, count)
        let mustNarrow = isSlimmable && !narrows.Contains(true)
        from arrays in Gen.CollectToArray(Enumerable.Range(0, count).Select(index => RandomLayerArrays.LayerArray(new ArraySeat(
            InputSize: index == 0 ? inputs : channels[index - 1],
            ConditionSize: conditionSize,
            Channels: channels[index],
            HeadOutputs: index == count - 1 ? headOutputs : channels[index + 1],
            IsFirst: index == 0,
            IsPlain: isSlimmable,
            IsSlimmable: isSlimmable && (narrows[index] || (mustNarrow && index == 0))))))
        select arrays.ToImmutableArray();
}
