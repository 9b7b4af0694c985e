using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Tests.Golden;
using NamPlugin.Dsp.Tests.Oracle;

namespace NamPlugin.Dsp.Tests.Networks;

/// <summary>What must not matter to the output, to the bit.</summary>
public sealed class NetworkInvarianceTests
{
    private const int Frames = 900;

    // A transform rounds by where its blocks begin, and smears what is in one of them over all of it; blocks here are of 64 and 256 samples.
    private const double ConvolutionTolerance = 2e-6;
    private const int ConvolutionSmearSamples = 1024;

    private static Gen<int[]> Blocks { get; } =
        Gen.NonEmptyListOf(Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Constant(1)), (4, Gen.Choose(2, 63)), (1, Gen.Constant(64)), (3, Gen.Choose(65, 400))))
            .Where(static blocks => blocks.Exists(static block => block > 0))
            .Select(static blocks => blocks.ToArray());

    private static Gen<string> Model { get; } = Gen.Elements(GoldenModels.Names);

    private static Gen<LaneWidth> Lanes { get; } = Gen.Elements(LaneWidths.Supported);

    [Fact]
    public void Block_lengths_do_not_change_a_bit() => Check(
        from name in Model
        from lanes in Lanes
        from blocks in Blocks
        select (name, lanes, blocks),
        static test =>
        {
            using var instance = Instance.Of(test.name, test.lanes);
            var input = Playback.Noise(instance.Network.InputChannels, Frames, seed: 3);
            var whole = Playback.Play(instance.Network, input);
            instance.Network.Reset();

            Assert.Equal(whole, Playback.Play(instance.Network, input, test.blocks));
        });

    [Fact]
    public void Processing_in_place_does_not_change_a_bit() => Check(
        from name in Model
        from lanes in Lanes
        from blocks in Blocks
        select (name, lanes, blocks),
        static test =>
        {
            using var instance = Instance.Of(test.name, test.lanes);
            var network = instance.Network;
            var input = Playback.Noise(Math.Max(network.InputChannels, network.OutputChannels), Frames, seed: 4);
            var apart = Playback.Play(network, input[..network.InputChannels], test.blocks);
            network.Reset();

            var block = 0;
            for (var start = 0; start < Frames; block++)
            {
                var count = Math.Min(test.blocks[block % test.blocks.Length], Frames - start);
                Planes.Process(network, input[..network.InputChannels], input[..network.OutputChannels], start, count);
                start += count;
            }

            Assert.Equal(apart, input[..network.OutputChannels]);
        });

    [Fact]
    public void Reset_brings_back_the_first_bit() => Check(
        from name in Model
        from lanes in Lanes
        from frames in Gen.Choose(0, Frames)
        select (name, lanes, frames),
        static test =>
        {
            using var instance = Instance.Of(test.name, test.lanes);
            var input = Playback.Noise(instance.Network.InputChannels, Frames, seed: 5);
            var first = Playback.Play(instance.Network, input);
            instance.Network.Reset();
            Playback.Play(instance.Network, [.. input.Select(plane => plane[..Math.Max(1, test.frames)])]);
            instance.Network.Reset();

            Assert.Equal(first, Playback.Play(instance.Network, input));
        });

    [Fact]
    public void Reset_and_a_long_silence_are_the_same_state_to_the_bit_for_feed_forward_models() => Check(
        from model in RandomModels.Network(inputs: 1, outputs: 1, rate: null, nesting: 1)
        from lanes in Lanes
        from extra in Gen.Choose(0, 100)
        select (model, lanes, extra),
        static test =>
        {
            using var instance = Instance.Of(test.model.Build(), test.lanes);
            if (instance.Plan.PrewarmSamples > 0)
                return;
            var silence = new float[1][] { new float[2 * instance.Plan.ReceptiveFieldSamples + test.extra] };
            var input = Playback.Noise(1, Frames, seed: 6);
            var afterReset = Playback.Play(instance.Network, input);
            instance.Network.Reset();
            var quiet = Playback.Play(instance.Network, silence)[0];

            Assert.All(quiet, sample => Assert.Equal(quiet[0], sample));
            AssertSame(instance.Plan, afterReset[0], Playback.Play(instance.Network, input)[0]);
        });

    [Fact]
    public void Nonsense_in_the_input_is_forgotten_after_one_receptive_field() => Check(
        from model in RandomModels.Network(inputs: 1, outputs: 1, rate: null, nesting: 1)
        from lanes in Lanes
        from nonsense in Gen.Elements(float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue)
        from at in Gen.Choose(0, 200)
        from length in Gen.Choose(1, 20)
        select (model, lanes, nonsense, at, length),
        static test =>
        {
            using var instance = Instance.Of(test.model.Build(), test.lanes);
            if (instance.Plan.PrewarmSamples > 0)
                return;
            var clean = Playback.Noise(1, test.at + test.length + instance.Plan.ReceptiveFieldSamples + ConvolutionSmearSamples + 300, seed: 7);
            float[][] dirty = [[.. clean[0]]];
            dirty[0].AsSpan(test.at, test.length).Fill(test.nonsense);
            var expected = Playback.Play(instance.Network, clean)[0];
            instance.Network.Reset();
            var actual = Playback.Play(instance.Network, dirty)[0];

            var forgotten = test.at + test.length + instance.Plan.ReceptiveFieldSamples - 1 + (HasTransforms(instance.Plan) ? ConvolutionSmearSamples : 0);
            Assert.Equal(expected[..test.at], actual[..test.at]);
            AssertSame(instance.Plan, expected[forgotten..], actual[forgotten..]);
        });

    [Fact]
    public void A_recurrent_model_is_finite_right_after_nonsense() => Check(
        from model in RandomModels.Lstm(inputs: 1, outputs: 1, rate: null)
        from lanes in Lanes
        from nonsense in Gen.Elements(float.NaN, float.PositiveInfinity, float.NegativeInfinity)
        select (model, lanes, nonsense),
        static test =>
        {
            using var instance = Instance.Of(test.model.Build(), test.lanes);
            var input = Playback.Noise(1, 200, seed: 8);
            input[0].AsSpan(50, 10).Fill(test.nonsense);

            Assert.All(Playback.Play(instance.Network, input)[0][60..], static sample => Assert.True(float.IsFinite(sample)));
        });

    [Fact]
    public void Lane_widths_agree_to_a_millionth_of_the_peak()
    {
        foreach (var name in KnownShapes.Names)
        {
            var input = Playback.Noise(1, 8000, seed: 9);
            var renders = LaneWidths.Supported.Select(lanes =>
            {
                using var instance = Instance.Of(KnownShapes.Of(name), lanes);
                return Playback.Play(instance.Network, input)[0];
            }).ToArray();
            var peak = renders[0].Max(Math.Abs);
            Assert.True(peak > 0.01f, $"{name} is silent.");
            foreach (var render in renders)
                Assert.All(render.Zip(renders[0]), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-6 * peak, $"{name}: {pair.First:r} and {pair.Second:r} with a peak of {peak}."));
        }
    }

    // To the bit, where no transform is in the way.
    private static void AssertSame(LayerPlan plan, float[] expected, float[] actual)
    {
        if (!HasTransforms(plan))
            Assert.Equal(expected, actual);
        else
            Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, ConvolutionTolerance * (1 + Math.Abs(pair.First))));
    }

    private static bool HasTransforms(LayerPlan plan) => plan.Operations.Any(static operation => operation is ConvolutionOperation);

    private static void Check<T>(Gen<T> cases, Action<T> property) =>
        Prop.ForAll(cases.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(80));
}
