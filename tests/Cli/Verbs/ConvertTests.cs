using System.Text.Json.Nodes;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Verbs;

public sealed class ConvertTests : CommandLineTest
{
    [Theory]
    [InlineData("wn_a1_gated")]
    [InlineData("a2_per_layer_act")]
    [InlineData("lstm_2x6")]
    [InlineData("convnet_bn")]
    [InlineData("linear_rf200")]
    public void There_and_back_is_the_same_to_the_byte(string name)
    {
        Captures.Golden(PathOf("a.nam"), $"{name}.nam", """{"loudness": -12.5, "input_level_dbu": 3.25}""");

        Run("convert", "a.nam", "b.namb", "--verify").ExitsWith(0).Says("a.nam -> b.namb").Says("verified");
        Run("convert", "b.namb", "c.nam", "--verify").ExitsWith(0);
        Run("convert", "c.nam", "d.namb").ExitsWith(0);
        Run("convert", "d.namb", "e.nam").ExitsWith(0);

        Assert.Equal(File.ReadAllBytes(PathOf("b.namb")), File.ReadAllBytes(PathOf("d.namb")));
        Assert.Equal(File.ReadAllText(PathOf("c.nam")), File.ReadAllText(PathOf("e.nam")));
        Assert.Equal(-12.5, (double)JsonNode.Parse(File.ReadAllText(PathOf("e.nam")))!["metadata"]!["loudness"]!);
        AssertSameSound("a.nam", "d.namb");
    }

    [Fact]
    public void The_original_converters_files_come_out_the_same_to_the_byte()
    {
        foreach (var original in GoldenMaterial.Files("namb", "*.namb").Where(static file => !Path.GetFileName(file).StartsWith("reject_", StringComparison.Ordinal)))
        {
            Run("convert", original, "back.nam", "--overwrite").ExitsWith(0);
            Run("convert", "back.nam", "again.namb", "--overwrite").ExitsWith(0);

            Assert.Equal(File.ReadAllBytes(original), File.ReadAllBytes(PathOf("again.namb")));
        }
    }

    [Theory]
    [InlineData("slim_default4.nam", "lite")]
    [InlineData("slim_default4.nam", "0.5")]
    [InlineData("container_mixed.nam", "0.3")]
    [InlineData("container_mixed.nam", "full")]
    public void One_width_is_kept_and_sounds_as_it_did(string name, string width)
    {
        Run("convert", Captures.GoldenModel(name), "one.nam", "--width", width, "--verify").ExitsWith(0);

        Assert.Empty(Assert.Single(Run("info", "one.nam", "--json").ExitsWith(0).JsonLines)["breakpoints"]!.AsArray());
        AssertSameSound(Captures.GoldenModel(name), "one.nam", "--width", width);
    }

    [Fact]
    public void What_the_binary_form_cannot_hold_is_refused_by_name_and_nothing_is_written()
    {
        Run("convert", Captures.GoldenModel("container_mixed.nam"), "x.namb").ExitsWith(1).Says("x.namb: ").Says("SlimmableContainer").Says("Choose one of its submodels");

        Assert.Empty(Files());
    }

    [Fact]
    public void What_the_binary_form_leaves_out_is_said()
    {
        Captures.Gain(PathOf("a.nam"), metadata: """{"name": "Plexi", "loudness": -12}""");

        Run("convert", "a.nam", "a.namb").ExitsWith(0).Says("what else the capture says about itself is left out");
        Assert.DoesNotContain("left out", Run("convert", "a.namb", "b.nam").ExitsWith(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_replaced_only_when_told()
    {
        Captures.Gain(PathOf("a.nam"));
        File.WriteAllText(PathOf("b.namb"), "precious");

        Run("convert", "a.nam", "b.namb").ExitsWith(2).Says("--overwrite");
        Assert.Equal("precious", File.ReadAllText(PathOf("b.namb")));
        Run("convert", "a.nam", "b.namb", "--overwrite").ExitsWith(0);
        Run("convert", "b.namb", "c.nam").ExitsWith(0);
    }

    [Fact]
    public void Wrong_names_and_files_are_errors()
    {
        Captures.Gain(PathOf("a.nam"));

        Run("convert", "a.nam", "b.txt").ExitsWith(2).Says(".nam or .namb");
        Run("convert", "missing.nam", "b.nam").ExitsWith(3).Says("no such file");
        Run("convert", "a.nam", "none/b.nam").ExitsWith(1).Says("none");
        Run("convert", "a.nam", "b.nam", "--width", "wide").ExitsWith(2).Says("wide is no width");

        Assert.Equal(["a.nam"], Files());
    }

    private void AssertSameSound(string expected, string actual, params string[] expectedOptions)
    {
        Sound.WriteMono(PathOf("in.wav"), Sound.Noise(10_000));
        Run(["reamp", "in.wav", "--model", expected, "--raw", "--out", "expected.wav", .. expectedOptions]).ExitsWith(0);
        Run("reamp", "in.wav", "--model", actual, "--raw", "--out", "actual.wav").ExitsWith(0);

        Assert.Equal(Sound.ReadMono(PathOf("expected.wav")), Sound.ReadMono(PathOf("actual.wav")));
    }
}
