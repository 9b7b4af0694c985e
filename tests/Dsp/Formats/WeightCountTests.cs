using System.Text.Json.Nodes;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>A model whose weights are not exactly as many as its shape needs is never handed out.</summary>
public sealed class WeightCountTests
{
    [Fact]
    public void One_weight_too_many_or_too_few_is_refused_in_every_architecture()
    {
        foreach (var file in GoldenMaterial.Files("models", "*.nam"))
        {
            var root = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var (weights, path) in Lists(root, "$"))
            {
                var count = weights.Count;
                weights.Add(0.5);
                AssertRefused(root, path, count + 1, count);
                weights.RemoveAt(count);
                if (count == 0)
                    continue;
                var last = weights[count - 1]!.DeepClone();
                weights.RemoveAt(count - 1);
                AssertRefused(root, path, count - 1, count);
                weights.Add(last);
            }
        }
    }

    [Fact]
    public void Known_networks_have_their_known_counts()
    {
        Assert.Equal(13802, CountOf(A1(16, 8, layers: 10)));
        Assert.Equal(842, CountOf(A1(4, 2, layers: 7)));
        Assert.Equal(1871, CountOf(A2(3)));
        Assert.Equal(12146, CountOf(A2(8)));
    }

    private static long CountOf(params LayerArrayConfig[] arrays) =>
        WeightCount.Of(new WaveNetConfig { InputChannels = 1, OutputChannels = 1, Arrays = [.. arrays] });

    /// <summary>The first array has 10 layers in the standard size and 7 in the smaller ones, which give the other three to the second.</summary>
    private static LayerArrayConfig[] A1(int first, int second, int layers) =>
    [
        Array(1, first, new HeadConfig(second, 1, Bias: false, 1), Enumerable.Repeat((3, 1), layers)),
        Array(first, second, new HeadConfig(1, 1, Bias: true, 1), Enumerable.Repeat((3, 1), 20 - layers)),
    ];

    private static LayerArrayConfig A2(int channels)
    {
        int[] kernels = [.. Enumerable.Repeat(6, 14), 15, 15, .. Enumerable.Repeat(6, 7)];
        return Array(1, channels, new HeadConfig(1, 16, Bias: true, 1), kernels.Select(static kernel => (kernel, 1)));
    }

    private static LayerArrayConfig Array(int inputs, int channels, HeadConfig head, IEnumerable<(int Kernel, int Dilation)> layers) => new()
    {
        InputSize = inputs,
        ConditionSize = 1,
        Channels = channels,
        Bottleneck = channels,
        Head = head,
        Layers = [.. layers.Select(static layer => new LayerConfig(layer.Kernel, layer.Dilation, GatingMode.None, Activation.Of(ActivationKind.Tanh), LayerConfig.DefaultSecondary))],
        Films = [.. Enumerable.Repeat(FilmConfig.Inactive, LayerArrayConfig.FilmSlotCount)],
    };

    private static void AssertRefused(JsonNode root, string path, int found, int expected)
    {
        var error = NamText.Refused(root.ToJsonString());
        Assert.Equal(path, error.Location);
        Assert.Equal($"{found} weights", error.Found);
        Assert.StartsWith($"{expected} ", error.Expected);
    }

    private static IEnumerable<(JsonArray Weights, string Path)> Lists(JsonNode model, string path)
    {
        yield return (model["weights"]!.AsArray(), $"{path}.weights");
        var config = model["config"]!;
        if (config["condition_dsp"] is { } condition)
        {
            foreach (var inner in Lists(condition, $"{path}.config.condition_dsp"))
                yield return inner;
        }

        if (config["submodels"] is not JsonArray submodels)
            yield break;
        for (var i = 0; i < submodels.Count; i++)
        {
            foreach (var inner in Lists(submodels[i]!["model"]!, $"{path}.config.submodels[{i}].model"))
                yield return inner;
        }
    }
}
