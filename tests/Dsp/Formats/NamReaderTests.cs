using System.Text;
using System.Text.Json.Nodes;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;
using static NamPlugin.Dsp.Tests.Formats.NamText;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>What a `.nam` file may say, and how it is understood.</summary>
public sealed class NamReaderTests
{
    [Fact]
    public void Weights_are_parsed_as_double_and_rounded_to_float()
    {
        // The second lies so close to halfway between two floats that parsing it as float directly would round the other way.
        using var model = Read(Linear.Replace("0.5,-0.25", "0.1,1.00000017881393432617187499"));
        Assert.Equal([(float)0.1, (float)1.00000017881393432617187499], model.Weights.Span.ToArray());
    }

    [Fact]
    public void Keys_may_come_in_any_order_with_any_white_space_and_escapes()
    {
        foreach (var file in GoldenMaterial.Files("models", "*.nam"))
        {
            using var expected = ModelFile.Load(file);
            var reordered = Reorder(JsonNode.Parse(File.ReadAllText(file))!, new Random(file.Length));
            using var actual = Read(reordered);
            ModelComparison.AssertSame(expected, actual);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        using var model = Read($"\uFEFF{Linear}");
        Assert.Equal(2, model.Weights.Length);
    }

    [Theory]
    [InlineData("\"sample_rate\":44100,", 44100.0)]
    [InlineData("\"sample_rate\":-1,", null)]
    [InlineData("", null)]
    public void The_sample_rate_may_be_unknown(string key, double? expected)
    {
        using var model = Read(Linear.Replace("{\"version\"", $"{{{key}\"version\""));
        Assert.Equal(expected, model.SampleRateHz);
        Assert.Equal(expected ?? 48000, model.EffectiveSampleRateHz);
    }

    [Theory]
    [InlineData("0.5.0", true)]
    [InlineData("0.6.17", true)]
    [InlineData("0.7.1", true)]
    [InlineData("0.4.99", false)]
    [InlineData("0.8.0", false)]
    [InlineData("1.5.0", false)]
    [InlineData("0.5", false)]
    [InlineData("0.5.0.1", false)]
    [InlineData("0.5.-1", false)]
    [InlineData(" 0.5.0", false)]
    [InlineData("0.5.99999999999", false)]
    public void Versions_from_0_5_0_to_0_7_are_read(string version, bool accepted)
    {
        var text = Linear.Replace("0.5.4", version);
        if (accepted)
            Read(text).Dispose();
        else
            Assert.Equal("$.version", Refused(text).Location);
    }

    [Fact]
    public void Warnings_of_nested_models_reach_the_outermost()
    {
        var text = $$"""{"version":"0.7.0","architecture":"SlimmableContainer","config":{"submodels":[{"max_value":1,"model":{{Linear.Replace("0.5.4", "0.7.3")}}}]},"weights":[]}""";
        using var model = Read(text);
        Assert.StartsWith("$.config.submodels[0].model.version: ", Assert.Single(model.Warnings));
    }

    [Fact]
    public void All_metadata_is_read()
    {
        using var model = Read(WithMetadata("""
            {"name":"n","modeled_by":"m","gear_type":"amp","gear_make":"a","gear_model":"b","tone_type":"clean","loudness":-18.5,"gain":0.25,
            "input_level_dbu":12.5,"output_level_dbu":4,"date":{"year":2024,"month":10,"day":9,"hour":18,"minute":32,"second":7},
            "training":{"settings":{},"validation_esr":0.01}}
            """));
        var expected = new ModelMetadata
        {
            Name = "n",
            ModeledBy = "m",
            GearType = "amp",
            GearMake = "a",
            GearModel = "b",
            ToneType = "clean",
            LoudnessDb = -18.5,
            Gain = 0.25,
            InputLevelDbu = 12.5,
            OutputLevelDbu = 4,
            Date = "2024-10-09T18:32:07",
            ValidationEsr = 0.01,
        };
        Assert.Equal(expected, model.Metadata);
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void Metadata_may_be_null_throughout()
    {
        using var model = Read(WithMetadata("""{"name":null,"loudness":null,"date":null,"training":null,"gain":null}"""));
        Assert.Equal(ModelMetadata.Empty, model.Metadata);
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void Metadata_of_the_wrong_kind_costs_a_warning_each_and_nothing_else()
    {
        using var model = Read(WithMetadata("""{"name":5,"loudness":"loud","date":{"year":2024,"month":13},"training":[],"gain":{},"gear_make":"kept"}"""));
        Assert.Equal(ModelMetadata.Empty with { GearMake = "kept" }, model.Metadata);
        Assert.Equal(4, model.Warnings.Count);
        Assert.Contains("$.metadata.loudness: found \"loud\", expected a number; it is ignored.", model.Warnings);

        using var other = Read(WithMetadata("[1,2]"));
        Assert.Equal(ModelMetadata.Empty, other.Metadata);
        Assert.Single(other.Warnings);
    }

    [Fact]
    public void A_WaveNet_without_options_gets_every_default()
    {
        using var model = Read(WaveNet());
        var array = OnlyArray(model);
        Assert.Equal(1, array.Bottleneck);
        Assert.Equal(new Layer1x1Config(Active: true, Groups: 1), array.Layer1x1);
        Assert.False(array.Head1x1.Active);
        Assert.Equal(new HeadConfig(1, 1, Bias: true, Dilation: 1), array.Head);
        Assert.All(array.Films, static film => Assert.Equal(FilmConfig.Inactive, film));
        Assert.False(array.IsSlimmable);
        Assert.Equal(new LayerConfig(1, 1, GatingMode.None, Activation.Of(ActivationKind.Tanh), Activation.Of(ActivationKind.Sigmoid)), Assert.Single(array.Layers));
    }

    [Theory]
    [InlineData("\"LeakyReLU\"", ActivationKind.LeakyReLU, new[] { 0.01f })]
    [InlineData("""{"type":"LeakyReLU","negative_slope":0.5}""", ActivationKind.LeakyReLU, new[] { 0.5f })]
    [InlineData("\"PReLU\"", ActivationKind.PReLU, new[] { 0.01f })]
    [InlineData("""{"type":"PReLU"}""", ActivationKind.PReLU, new[] { 0.01f })]
    [InlineData("""{"type":"PReLU","negative_slopes":[0.5,0.25]}""", ActivationKind.PReLU, new[] { 0.5f, 0.25f })]
    [InlineData("""{"type":"PReLU","negative_slopes":[0.5],"negative_slope":0.125}""", ActivationKind.PReLU, new[] { 0.125f })]
    [InlineData("\"LeakyHardTanh\"", ActivationKind.LeakyHardtanh, new[] { -1f, 1f, 0.01f, 0.01f })]
    [InlineData("""{"type":"LeakyHardtanh","max_val":2,"min_slope":0.5}""", ActivationKind.LeakyHardtanh, new[] { -1f, 2f, 0.5f, 0.01f })]
    [InlineData("""{"type":"Hardtanh","min_val":-3}""", ActivationKind.Hardtanh, new float[0])]
    [InlineData("[\"Fasttanh\"]", ActivationKind.Fasttanh, new float[0])]
    [InlineData("[{\"type\":\"SiLU\"}]", ActivationKind.SiLU, new float[0])]
    public void Activations_are_names_or_objects(string text, ActivationKind kind, float[] parameters)
    {
        using var model = Read(WaveNet(activation: text));
        Assert.Equal(new Activation(kind, [.. parameters]), OnlyArray(model).Layers[0].Activation);
    }

    [Theory]
    [InlineData(",\"gated\":true", GatingMode.Gated, ActivationKind.Sigmoid)]
    [InlineData(",\"gated\":true,\"secondary_activation\":\"ReLU\"", GatingMode.Gated, ActivationKind.Sigmoid)]
    [InlineData(",\"gated\":true,\"gating_mode\":\"blended\"", GatingMode.Blended, ActivationKind.Sigmoid)]
    [InlineData(",\"gating_mode\":[\"blended\"],\"secondary_activation\":[\"ReLU\"]", GatingMode.Blended, ActivationKind.ReLU)]
    [InlineData(",\"gating_mode\":\"gated\",\"secondary_activation\":\"Softsign\"", GatingMode.Gated, ActivationKind.Softsign)]
    [InlineData(",\"gating_mode\":\"none\",\"secondary_activation\":null", GatingMode.None, ActivationKind.Sigmoid)]
    [InlineData(",\"gating_mode\":[\"none\"],\"secondary_activation\":[null]", GatingMode.None, ActivationKind.Sigmoid)]
    public void Gating_is_a_mode_or_a_legacy_flag(string keys, GatingMode mode, ActivationKind secondary)
    {
        using var model = Read(WaveNet(keys, weights: mode == GatingMode.None ? 9 : 12));
        var layer = OnlyArray(model).Layers[0];
        Assert.Equal(mode, layer.Gating);
        Assert.Equal(secondary, layer.Secondary.Kind);
    }

    [Fact]
    public void A_wrapped_configuration_is_unwrapped_and_default_widths_are_all_up_to_the_channels()
    {
        var text = File.ReadAllText(GoldenMaterial.PathOf("models", "slim_default4.nam"));
        using var plain = Read(text);
        Assert.Equal([1, 2, 3, 4], OnlyArray(plain).AllowedChannels);

        var root = JsonNode.Parse(text)!.AsObject();
        var config = root["config"]!;
        root["config"] = new JsonObject { ["model"] = config.DeepClone() };
        using var wrapped = Read(root.ToJsonString());
        ModelComparison.AssertSame(plain, wrapped);
    }

    [Theory]
    [InlineData("16.0", true)]
    [InlineData("1.6e1", true)]
    [InlineData("16.5", false)]
    [InlineData("1e300", false)]
    [InlineData("\"16\"", false)]
    public void An_integer_may_be_written_as_a_number_without_fraction(string number, bool accepted)
    {
        var text = Linear.Replace(":2,", $":{number},").Replace("0.5,-0.25", string.Join(',', Enumerable.Repeat("1", 16)));
        if (accepted)
            Read(text).Dispose();
        else
            Assert.Equal("$.config.receptive_field", Refused(text).Location);
    }

    private static string WithMetadata(string metadata) => Linear.Replace("{\"version\"", $$"""{"metadata":{{metadata}},"version" """);

    /// <summary>The same JSON with keys shuffled, some of their letters escaped, and white space strewn in.</summary>
    private static string Reorder(JsonNode node, Random random)
    {
        var text = new StringBuilder();
        Append(node);
        return text.ToString();

        void Append(JsonNode? value)
        {
            Space();
            switch (value)
            {
                case JsonObject fields:
                    var keys = fields.Select(static field => field.Key).ToArray();
                    random.Shuffle(keys);
                    text.Append('{');
                    for (var i = 0; i < keys.Length; i++)
                    {
                        text.Append(i == 0 ? "" : ",");
                        Space();
                        text.Append(random.Next(3) == 0 ? $"\"\\u{(int)keys[i][0]:x4}{keys[i][1..]}\"" : $"\"{keys[i]}\"");
                        Space();
                        text.Append(':');
                        Append(fields[keys[i]]);
                    }

                    text.Append('}');
                    break;
                case JsonArray elements:
                    text.Append('[');
                    for (var i = 0; i < elements.Count; i++)
                    {
                        text.Append(i == 0 ? "" : ",");
                        Append(elements[i]);
                    }

                    text.Append(']');
                    break;
                default:
                    text.Append(value?.ToJsonString() ?? "null");
                    break;
            }

            Space();
        }

        void Space() => text.Append(random.Next(8) switch { 0 => " ", 1 => "\n\t", 2 => "\r\n", _ => "" });
    }
}
