using System.Globalization;

namespace NamPlugin.Realtime;

/// <summary>
/// Captures of the shape that most published ones have: A1 standard, 16 and 8 channels, 13,802 weights. The weights are drawn at random, which
/// costs a processor the same as learnt ones.
/// </summary>
internal static class StandardCapture
{
    private const int Weights = 13_802;
    private const double LargestWeight = 0.25;

    /// <summary>Writes one.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="seed">Another capture for another number.</param>
    /// <param name="isSlimmable">With four widths, or of the one width that such captures usually have.</param>
    public static void Write(string path, int seed, bool isSlimmable)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, Weights).Select(_ => ((random.NextDouble() - 0.5) * 2 * LargestWeight).ToString("g9", CultureInfo.InvariantCulture));
        var layers = $"{Layers(1, 16, 8, hasHeadBias: false, isSlimmable)},{Layers(16, 8, 1, hasHeadBias: true, isSlimmable)}";
        var config = $$"""{"layers":[{{layers}}],"head":null,"head_scale":0.1}""";
        File.WriteAllText(path, $$"""{"version":"0.7.0","architecture":"WaveNet","config":{{config}},"sample_rate":48000,"weights":[{{string.Join(',', weights)}}]}""");
    }

    private static string Layers(int inputs, int channels, int outputs, bool hasHeadBias, bool isSlimmable)
    {
        var widths = $"{channels / 4},{channels / 2},{channels * 3 / 4},{channels}";
        var slimmable = isSlimmable ? $$$""","slimmable":{"method":"slice_channels_uniform","kwargs":{"allowed_channels":[{{{widths}}}]}}""" : "";
        var bias = hasHeadBias ? "true" : "false";
        var sizes = $"\"input_size\":{inputs},\"condition_size\":1,\"head_size\":{outputs},\"channels\":{channels},\"kernel_size\":3";
        const string rest = "\"dilations\":[1,2,4,8,16,32,64,128,256,512],\"activation\":\"Tanh\",\"gated\":false";
        return $$"""{{{sizes}},{{rest}},"head_bias":{{bias}}{{slimmable}}}""";
    }
}
