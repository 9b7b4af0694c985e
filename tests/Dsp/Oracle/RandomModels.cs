using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Random small models of every architecture; see <see cref="RandomWaveNets"/> for the largest family.</summary>
public static class RandomModels
{
    private static readonly ImmutableArray<ActivationKind> Kinds = [.. Enum.GetValues<ActivationKind>()];

    /// <summary>Unknown, or low, so that half a second of silence stays short.</summary>
    public static Gen<double?> SampleRate { get; } = Gen.Elements<double?>(null, 2000, 3000.5, 8000);

    internal static Gen<int> Seed { get; } = Gen.Choose(0, int.MaxValue - 1);

    internal static Gen<bool> Flag { get; } = Gen.Elements(true, false);

    public static Gen<RandomModel> Lstm(int inputs, int outputs, double? rate) =>
        from layers in Gen.Frequency((1, Gen.Constant(0)), (8, Gen.Choose(1, 3)))
        from hidden in Gen.Frequency((3, Gen.Choose(1, 19)), (1, Gen.Choose(20, 80)))
        from seed in Seed
        let config = new LstmConfig { InputChannels = inputs, OutputChannels = outputs, Layers = layers, InputSize = inputs, HiddenSize = hidden }
        select new RandomModel(config, rate, seed, []);

    public static Gen<RandomModel> ConvNet(int inputs, int outputs, double? rate) =>
        from channels in Gen.Choose(1, 9)
        from dilations in NonEmpty(Gen.Elements(1, 2, 3, 4, 7, 16, 33, 70), 5)
        from batchNorm in Flag
        from groups in Divisor(inputs, channels)
        from activation in Activation(channels)
        from seed in Seed
        let config = new ConvNetConfig { InputChannels = inputs, OutputChannels = outputs, Channels = channels, Dilations = dilations, BatchNorm = batchNorm, Groups = groups, Activation = activation }
        select new RandomModel(config, rate, seed, []);

    public static Gen<RandomModel> Linear(int inputs, int outputs, double? rate) =>
        from implementation in Gen.Elements(Enum.GetValues<LinearImplementation>())
        from taps in Gen.Frequency((1, Gen.Constant(1)), (4, Gen.Choose(2, 256)), (2, Gen.Choose(257, 900)))
        from bias in Flag
        from seed in Seed
        let config = new LinearConfig { InputChannels = inputs, OutputChannels = outputs, ReceptiveField = taps, Bias = bias, Implementation = implementation }
        select new RandomModel(config, rate, seed, []);

    /// <summary>Submodels of any other architecture, bounds at random. The format has only mono containers.</summary>
    public static Gen<RandomModel> Container(double? rate) =>
        from count in Gen.Choose(1, 4)
        from steps in Gen.ArrayOf(Gen.Choose(1, 100), count)
        from last in Gen.Elements(1.0, 1.5)
        from models in Gen.ArrayOf(Network(inputs: 1, outputs: 1, rate, nesting: 0), count)
        let bounds = Enumerable.Range(1, count).Select(i => i == count ? last : (double)steps.Take(i).Sum() / (steps.Sum() + 1))
        let config = new ContainerConfig { InputChannels = 1, OutputChannels = 1, Submodels = [.. bounds.Select(static bound => new Submodel(bound, null!))] }
        select new RandomModel(config, rate, 0, models);

    /// <summary>Any architecture that is not a container.</summary>
    public static Gen<RandomModel> Network(int inputs, int outputs, double? rate, int nesting) => Gen.Frequency(
        (4, RandomWaveNets.WaveNet(inputs, outputs, rate, nesting)),
        (2, Lstm(inputs, outputs, rate)),
        (2, ConvNet(inputs, outputs, rate)),
        (1, Linear(inputs, outputs, rate)));

    internal static Gen<Activation> Activation(int channels) =>
        from kind in Gen.Elements<ActivationKind>(Kinds)
        from parameters in Parameters(kind, channels)
        select new Activation(kind, parameters);

    /// <summary>Some number of groups that all the channel counts allow.</summary>
    internal static Gen<int> Divisor(params int[] channels) =>
        Gen.Elements(Enumerable.Range(1, channels.Min()).Where(groups => Array.TrueForAll(channels, count => count % groups == 0)));

    internal static Gen<ImmutableArray<T>> NonEmpty<T>(Gen<T> element, int most) =>
        from count in Gen.Choose(1, most)
        from elements in Gen.ArrayOf(element, count)
        select elements.ToImmutableArray();

    private static Gen<ImmutableArray<float>> Parameters(ActivationKind kind, int channels)
    {
        var slope = Gen.Choose(-20, 60).Select(static percent => percent / 100f);
        return kind switch
        {
            ActivationKind.LeakyReLU => slope.Select(static value => ImmutableArray.Create(value)),
            // One for all, one each, or a list that wraps around.
            ActivationKind.PReLU => Gen.OneOf(Gen.Constant(1), Gen.Constant(channels), Gen.Choose(1, channels))
                .SelectMany(count => Gen.ArrayOf(slope, count))
                .Select(static values => values.ToImmutableArray()),
            ActivationKind.LeakyHardtanh =>
                from min in Gen.Choose(-120, -10)
                from max in Gen.Choose(10, 120)
                from below in slope
                from above in slope
                select ImmutableArray.Create(min / 100f, max / 100f, below, above),
            _ => Gen.Constant(ImmutableArray<float>.Empty),
        };
    }
}
