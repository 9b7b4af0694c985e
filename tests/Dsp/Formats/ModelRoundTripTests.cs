using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Formats.Namb;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>What is written comes back: every field, every bit of every weight.</summary>
public sealed class ModelRoundTripTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Any_model_survives_nam() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        using var model = RandomModel.ForNam(seed);
        using var read = NamReader.Read(NamWriter.Write(model).Span, "written.nam");
        ModelComparison.AssertSame(model, read);
        Assert.Empty(read.Warnings);
    }));

    [Fact]
    public void Any_model_that_namb_can_hold_survives_it() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        using var model = RandomModel.ForNamb(seed);
        var written = NambWriter.Write(model, "written.namb");
        using var read = NambReader.Read(written.Span, "written.namb");
        ModelComparison.AssertSame(model, read);
        Assert.Empty(read.Warnings);
        Assert.True(written.Span.SequenceEqual(NambWriter.Write(read, "again.namb").Span), "written twice, it differs");
    }));

    [Fact]
    public void Counting_weights_agrees_with_the_map_of_the_tensors() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        using var model = RandomModel.ForNam(seed);
        if (model.Config is WaveNetConfig waveNet)
            Assert.Equal(WaveNetTensors.Of(waveNet).Count, WeightCount.Of(waveNet));
    }));

    [Fact]
    public void Every_golden_model_survives_nam()
    {
        foreach (var file in GoldenMaterial.Files("models", "*.nam"))
            AssertSurvivesNam(file);
    }

    [Fact]
    public void Every_reference_model_survives_nam()
    {
        foreach (var file in Directory.GetFiles(SharedMaterial.Require("reference/models"), "*.nam"))
            AssertSurvivesNam(file);
    }

    [Fact]
    public void A_plain_A1_array_is_written_in_the_keys_of_A1_alone()
    {
        using var model = NamText.Read(NamText.WaveNet());
        var text = System.Text.Encoding.UTF8.GetString(NamWriter.Write(model).Span);
        Assert.Equal(
            """{"version":"0.7.0","architecture":"WaveNet","config":{"layers":[{"input_size":1,"condition_size":1,"channels":1,"head_size":1,"head_bias":true,"dilations":[1],"kernel_size":1,"activation":"Tanh","gated":false}],"head":null,"head_scale":0.5625},"weights":[0.0625,0.125,0.1875,0.25,0.3125,0.375,0.4375,0.5,0.5625]}""",
            text);
    }

    [Fact]
    public void An_unsound_model_is_not_written()
    {
        using var model = NamText.Read(NamText.Linear);
        var config = (LinearConfig)model.Config;
        var longer = new NamModel { Version = model.Version, Config = config with { ReceptiveField = 3 }, Weights = model.Weights };
        Assert.Throws<ArgumentException>(() => NamWriter.Write(longer));
        Assert.Throws<ArgumentException>(() => NambWriter.Write(longer, "x.namb"));
        var shapeless = new NamModel { Version = model.Version, Config = config with { OutputChannels = 0 }, Weights = model.Weights };
        Assert.Throws<ArgumentException>(() => NamWriter.Write(shapeless));
    }

    [Theory]
    [InlineData("copy.nam")]
    [InlineData("copy.NAMB")]
    public void Saving_chooses_the_format_by_the_name(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder[name];
        using var model = NamText.Read(NamText.Linear);
        ModelFile.Save(model, path);
        Assert.Equal(name.EndsWith('B'), NambReader.HasMagic(File.ReadAllBytes(path)));
        using var read = ModelFile.Load(path);
        ModelComparison.AssertSame(model, read);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private static void AssertSurvivesNam(string file)
    {
        using var model = ModelFile.Load(file);
        using var read = NamReader.Read(NamWriter.Write(model).Span, file);
        ModelComparison.AssertSame(model, read);
    }
}
