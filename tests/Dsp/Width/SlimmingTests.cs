using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Tests.Networks;
using NamPlugin.Dsp.Tests.Oracle;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>A narrowed model is the model of that width: saved on its own it has the same output and the same cost.</summary>
public sealed class SlimmingTests
{
    private const double LargestOverhead = 1.02;

    [Fact]
    public void A_narrowed_model_equals_the_same_width_saved_as_a_model_of_its_own() =>
        Prop.ForAll(RandomWaveNets.Slimmable(inputs: 1, outputs: 1, rate: 8000).ToArbitrary(), static random =>
        {
            using var model = random.Build();
            AssertEveryWidth(model);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Theory]
    [InlineData("slim_gated_quirk")]
    [InlineData("slim_first_array_only")]
    [InlineData("container_mixed")]
    [InlineData("slimmable A2 shape")]
    public void A_width_of_a_known_model_equals_its_own_file(string name)
    {
        using var model = TestMaterial.Load(name);
        AssertEveryWidth(model);
    }

    [Fact]
    public void Cost_follows_the_square_of_the_width()
    {
        using var model = KnownShapes.SlimmableA2(channels: 8);
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);

        for (var channels = 1; channels <= 8; channels++)
        {
            // 23 layers: the taps and the residual 1x1 grow with the square, mixin and heads with the width itself.
            var taps = 21 * 6 + 2 * 15;
            var expected = (taps + 22) * channels * channels + 23 * channels + 2 * channels;
            Assert.Equal(expected, variants.Variants[channels - 1].MacsPerSample);
        }
    }

    [Fact]
    public void Slicing_refuses_what_the_file_does_not_allow()
    {
        using var model = TestMaterial.Load("slim_first_array_only");
        using var other = TestMaterial.Load("lstm_2x6");
        var channels = ((WaveNetConfig)model.Config).Arrays.Select(static array => array.Channels).ToArray();

        Assert.Throws<ArgumentException>(() => WaveNetSlicer.Slice(model, [channels[0], channels[1] - 1]));
        Assert.Throws<ArgumentException>(() => WaveNetSlicer.Slice(model, [channels[0] + 1, channels[1]]));
        Assert.Throws<ArgumentException>(() => WaveNetSlicer.Slice(model, [channels[0]]));
        Assert.Throws<ArgumentException>(() => WaveNetSlicer.Slice(other, [1]));
    }

    private static void AssertEveryWidth(NamModel model)
    {
        var input = Playback.Noise(model.Config.InputChannels, frames: 500, seed: 11);
        var map = WidthMap.Of(model);
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);
        for (var variant = 0; variant < map.Count; variant++)
        {
            using var single = FixedWidth.Take(model, map, variant);
            using var saved = ModelFile.Read(NamWriter.Write(single).Span, "saved.nam");
            Assert.Equal(1, WidthMap.Of(saved).Count);
            using var plan = PlanCompiler.Lower(saved);
            using var program = NetworkProgram.Compile(plan, LaneWidths.Widest);
            using var alone = new Network(program);
            using var narrowed = new Network(variants.Variants[variant].Program);

            Assert.Equal(Playback.Play(alone, input), Playback.Play(narrowed, input));
            Assert.InRange(variants.Variants[variant].MacsPerSample, 1, (long)(LargestOverhead * plan.MacsPerSample));
            Assert.InRange(variants.Variants[variant].Program.StateBytes, 1, (long)(LargestOverhead * program.StateBytes));
        }
    }
}
