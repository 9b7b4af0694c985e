using System.Globalization;
using System.Text.Json.Nodes;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>Model files whose sound is known without listening: gains, and the golden ones with other metadata.</summary>
internal static class Captures
{
    /// <summary>A capture that multiplies by <paramref name="gain"/>.</summary>
    public static string Gain(string path, double gain = 1, int rate = 48000, string metadata = "{}")
    {
        File.WriteAllText(path, GainModel(gain, rate, metadata));
        return path;
    }

    /// <summary>A capture of several channels that halves each; inputs without an output are lost, outputs without an input are silent.</summary>
    public static string HalvesOf(string path, int inputs, int outputs)
    {
        File.WriteAllText(path, $$"""
            {"version": "0.7.0", "architecture": "Linear", "sample_rate": 48000, "weights": [0.5],
             "config": {"receptive_field": 1, "bias": false, "in_channels": {{inputs}}, "out_channels": {{outputs}} } }
            """);
        return path;
    }

    /// <summary>A slimmable capture of two widths, below and from 0.5: the narrow one halves, the wide one leaves the signal as it is.</summary>
    public static string HalfAndWhole(string path, int rate = 48000)
    {
        File.WriteAllText(path, $$"""
            {"version": "0.7.0", "architecture": "SlimmableContainer", "sample_rate": {{rate}}, "weights": [], "config": {"submodels": [
                {"max_value": 0.5, "model": {{GainModel(0.5, rate, "{}")}} },
                {"max_value": 1.0, "model": {{GainModel(1, rate, "{}")}} } ] } }
            """);
        return path;
    }

    /// <summary>A capture that takes longer to play than a test takes to interrupt it: a large LSTM, silent.</summary>
    public static string Slow(string path)
    {
        const int Hidden = 192;
        // Gates over input and memory with their bias, the initial state and cell, and a head with its own bias.
        var weights = (4 * Hidden * (1 + Hidden)) + (4 * Hidden) + (2 * Hidden) + Hidden + 1;
        File.WriteAllText(path, $$"""
            {"version": "0.7.0", "architecture": "LSTM", "sample_rate": 48000, "config": {"num_layers": 1, "input_size": 1, "hidden_size": {{Hidden}} },
             "weights": [{{string.Join(',', Enumerable.Repeat("0", weights))}}]}
            """);
        return path;
    }

    /// <summary>A golden model with metadata of the test's own.</summary>
    public static string Golden(string path, string name, string metadata)
    {
        var model = JsonNode.Parse(File.ReadAllText(GoldenModel(name)))!;
        model["metadata"] = JsonNode.Parse(metadata);
        File.WriteAllText(path, model.ToJsonString());
        return path;
    }

    /// <summary>A golden model as it is.</summary>
    public static string GoldenModel(string name) => GoldenMaterial.PathOf("models", name);

    private static string GainModel(double gain, int rate, string metadata) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"version": "0.7.0", "architecture": "Linear", "sample_rate": {{rate}}, "config": {"receptive_field": 1, "bias": false}, "weights": [{{gain:r}}], "metadata": {{metadata}}}
        """);
}
