using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Width;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Bench;

/// <summary>The captures that are measured when nobody names one.</summary>
public sealed class StandardCaptureTests : IDisposable
{
    private readonly IReadOnlyList<BenchModel> _captures = StandardCaptures.Create();

    // Weights and multiply-accumulates as the official trainer's shapes have them; activations counted by hand: layers times channels, five per unit of an LSTM.
    public static TheoryData<string, int, long, string> Shapes => new()
    {
        { "a1_standard_16_8", 13_802, 13_256, "Tanh 240" },
        { "a1_lite_12_6", 6_554, 6_192, "Tanh 162" },
        { "a1_feather_8_4", 3_026, 2_792, "Tanh 108" },
        { "a1_nano_4_2", 842, 728, "Tanh 54" },
        { "a2_full_8", 12_146, 11_712, "LeakyReLU 184" },
        { "a2_lite_3", 1_871, 1_722, "LeakyReLU 69" },
        { "slimmable_3_12", 15_686, 15_180, "LeakyReLU 180" },
        { "convnet_16", 13_385, 11_824, "Tanh 384" },
        { "lstm_1x16", 1_201, 1_104, "Tanh 32, Sigmoid 48" },
        { "lstm_2x8", 905, 808, "Tanh 32, Sigmoid 48" },
        { "lstm_2x16", 3_345, 3_152, "Tanh 64, Sigmoid 96" },
        { "lstm_3x24", 12_073, 11_640, "Tanh 144, Sigmoid 216" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_has_the_weights_and_the_work_of_its_kind(string name, int weights, long macs, string activations)
    {
        var model = Capture(name);

        using var plan = PlanCompiler.Lower(model);

        Assert.Equal(weights, model.Weights.Length);
        Assert.Equal(macs, plan.MacsPerSample);
        Assert.Equal(activations, string.Join(", ", PlanCost.ActivationsPerSample(plan).Select(static count => $"{count.Kind} {count.PerSample}")));
    }

    [Fact]
    public void The_shapes_are_those_of_the_files_of_the_same_name()
    {
        var files = Directory.GetFiles(SharedMaterial.Require("reference/bench"), "*.nam");

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var expected = ModelFile.Load(file);
            var actual = Capture(Path.GetFileNameWithoutExtension(file));
            using var expectedPlan = PlanCompiler.Lower(expected);
            using var actualPlan = PlanCompiler.Lower(actual);
            Assert.Equal((file, expected.Weights.Length), (file, actual.Weights.Length));
            Assert.Equal(expectedPlan.Operations.Select(Describe), actualPlan.Operations.Select(Describe));
            Assert.Equal(expectedPlan.Signals.Select(static signal => (signal.Name, signal.Channels, signal.HistorySamples)), actualPlan.Signals.Select(static signal => (signal.Name, signal.Channels, signal.HistorySamples)));
            Assert.Equal(WidthMap.Of(expected).Breakpoints, WidthMap.Of(actual).Breakpoints);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_width_sounds_about_as_loud_as_what_is_played(string name, int weights, long macs, string activations)
    {
        Assert.True(weights > 0 && macs > 0 && activations.Length > 0);
        var model = Capture(name);
        var map = WidthMap.Of(model);
        for (var variant = 0; variant < map.Count; variant++)
        {
            using var width = ModelWidth.Lower(model, map, variant);
            using var program = NetworkProgram.Compile(width.Plan, LaneWidths.Widest);
            using var ensemble = new Ensemble(program, instances: 1, block: 64);
            var power = 0.0;
            for (var block = 0; block < 750; block++)
            {
                ensemble.Play(instances: 1, rounds: 1);
                foreach (var sample in ensemble.LastOutput)
                    power += sample * sample;
            }

            Assert.InRange(Math.Sqrt(power / (750 * 64)), 0.02, 2);
        }
    }

    [Fact]
    public void The_same_weights_are_drawn_every_time()
    {
        var again = StandardCaptures.Create();

        foreach (var (first, second) in _captures.Zip(again))
            Assert.True(first.Model.Weights.Span.SequenceEqual(second.Model.Weights.Span), first.Name);
        foreach (var capture in again)
            capture.Dispose();
    }

    [Fact]
    public void Gates_count_both_of_their_functions()
    {
        using var model = ModelFile.Load(GoldenMaterial.PathOf("models", "wn_a1_gated.nam"));
        using var plan = PlanCompiler.Lower(model);
        var channels = ((WaveNetConfig)model.Config).Arrays.Sum(static array => array.Bottleneck * array.Layers.Length);

        var counts = PlanCost.ActivationsPerSample(plan);

        Assert.Equal([new ActivationCount(ActivationKind.Tanh, channels), new ActivationCount(ActivationKind.Sigmoid, channels)], counts);
    }

    public void Dispose()
    {
        foreach (var capture in _captures)
            capture.Dispose();
    }

    private NamModel Capture(string name) => _captures.Single(capture => capture.Name == name).Model;

    private static string Describe(Operation operation) => operation switch
    {
        DenseOperation dense => $"dense {dense.Rows} from {string.Join(' ', dense.Terms.Select(static term => $"{term.Source.Name}:{term.Channels}@{term.DelaySamples}"))} {dense.Activation?.Kind}",
        LstmOperation lstm => $"lstm {lstm.Layers.Length}x{lstm.HiddenSize}",
        _ => operation.GetType().Name,
    };
}
