using System.Text.Json;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Every model of the reference set, where it is present.</summary>
public sealed class NamReaderReferenceTests
{
    [Fact]
    public void Every_reference_model_loads_with_the_weights_of_its_file()
    {
        var files = Directory.GetFiles(SharedMaterial.Require("reference/models"), "*.nam");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var model = ModelFile.Load(file);
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            AssertWeights(document.RootElement, model);
        }
    }

    [Fact]
    public void Every_capture_loads()
    {
        foreach (var file in Directory.GetFiles(SharedMaterial.Require("data/nam-captures"), "*.nam"))
        {
            using var model = ModelFile.Load(file);
            Assert.Empty(model.Warnings);
        }
    }

    [Fact]
    public void Every_file_that_must_be_refused_is_and_the_rest_loads()
    {
        var folder = SharedMaterial.Require("reference/reject");
        var files = Directory.GetFiles(folder, "*.nam");
        Assert.Equal(50, files.Length);
        foreach (var file in files)
        {
            if (Path.GetFileName(file).StartsWith("accept_", StringComparison.Ordinal))
                ModelFile.Load(file).Dispose();
            else
                Assert.Throws<FileFormatException>(() => ModelFile.Load(file).Dispose());
        }
    }

    private static void AssertWeights(JsonElement json, NamModel model)
    {
        var expected = json.GetProperty("weights").EnumerateArray().Select(static number => (float)number.GetDouble()).ToArray();
        Assert.Equal(expected, model.Weights.Span.ToArray());
        var config = json.GetProperty("config");
        if (config.TryGetProperty("condition_dsp", out var condition) && condition.ValueKind == JsonValueKind.Object)
            AssertWeights(condition, ((WaveNetConfig)model.Config).ConditionDsp!);
        if (!config.TryGetProperty("submodels", out var submodels))
            return;
        var inner = model.Config.InnerModels.ToArray();
        Assert.Equal(inner.Length, submodels.GetArrayLength());
        for (var i = 0; i < inner.Length; i++)
            AssertWeights(submodels[i].GetProperty("model"), inner[i]);
    }
}
