using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>The engine against the formulas, on models that nobody thought of.</summary>
public sealed class OracleProperties
{
    private const int Frames = 400;

    // Long enough for the blocks of a partitioned convolution to come round.
    private const int LinearFrames = 1500;

    // Over some thousand random models the largest was 0.5e-6; a wrong term is off by the size of the signal.
    private const double Tolerance = 3e-6;

    [Fact]
    public void WaveNets_compute_what_the_format_says() => Holds(RandomWaveNets.WaveNet, tests: 150);

    [Fact]
    public void Slimmable_wavenets_compute_what_the_format_says_at_every_width() => Holds((inputs, outputs, rate, _) => RandomWaveNets.Slimmable(inputs, outputs, rate), tests: 60);

    [Fact]
    public void Lstms_compute_what_the_format_says() => Holds((inputs, outputs, rate, _) => RandomModels.Lstm(inputs, outputs, rate), tests: 40);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_number_of_hidden_units_computes_what_the_format_says(int layers)
    {
        for (var hidden = 1; hidden <= 64; hidden++)
        {
            var config = new LstmConfig { InputChannels = 1, OutputChannels = 1, Layers = layers, InputSize = 1, HiddenSize = hidden };
            AssertAgree(new RandomModel(config, 2000, hidden, []), [17, 64, 1], Playback.Noise(1, 150, seed: hidden));
        }
    }

    [Fact]
    public void ConvNets_compute_what_the_format_says() => Holds((inputs, outputs, rate, _) => RandomModels.ConvNet(inputs, outputs, rate), tests: 60);

    [Fact]
    public void Linear_models_compute_what_the_format_says() => Holds((inputs, outputs, rate, _) => RandomModels.Linear(inputs, outputs, rate), tests: 40, LinearFrames);

    [Fact]
    public void Containers_compute_what_the_format_says_at_every_width() => Holds((_, _, rate, _) => RandomModels.Container(rate), tests: 25);

    private static void Holds(Func<int, int, double?, int, Gen<RandomModel>> family, int tests, int frames = Frames)
    {
        var cases =
            from inputs in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
            from outputs in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
            from rate in RandomModels.SampleRate
            from model in family(inputs, outputs, rate, 1)
            from blocks in RandomModels.NonEmpty(Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 20)), (3, Gen.Choose(21, 200))), 8)
            where blocks.Any(static block => block > 0)
            from inputSeed in RandomModels.Seed
            select (model, blocks: blocks.ToArray(), inputSeed);
        Prop.ForAll(cases.ToArbitrary(), test => AssertAgree(test.model, test.blocks, Playback.Noise(test.model.Config.InputChannels, frames, test.inputSeed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    private static void AssertAgree(RandomModel random, int[] blocks, float[][] input)
    {
        using var model = random.Build();
        var map = WidthMap.Of(model);
        var expected = Enumerable.Range(0, map.Count).Select(variant => OracleNet.Of(model, map.Count == 1 ? null : map.WidthFor(variant)).Render(input)).ToArray();
        foreach (var lanes in LaneWidths.Supported)
        {
            using var variants = ModelVariants.Compile(model, lanes);
            for (var variant = 0; variant < map.Count; variant++)
            {
                using var network = new Network(variants.Variants[variant].Program);
                AssertClose(expected[variant], Playback.Play(network, input, blocks), $"{lanes}, variant {variant} of {map.Count}");
            }
        }
    }

    private static void AssertClose(double[][] expected, float[][] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        var peak = expected.Max(static plane => plane.Max(Math.Abs));
        Assert.True(double.IsFinite(peak), "The oracle's output is not finite.");
        for (var channel = 0; channel < expected.Length; channel++)
        {
            for (var t = 0; t < expected[channel].Length; t++)
            {
                var difference = Math.Abs(expected[channel][t] - actual[channel][t]);
                Assert.True(difference <= Tolerance * (1 + peak), $"{where}: channel {channel}, sample {t} is {actual[channel][t]}, not {expected[channel][t]:r} (peak {peak:g3}, difference {difference:g3}).");
            }
        }
    }
}
