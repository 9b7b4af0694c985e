using NamPlugin.Cli.Tests.Running;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Verbs;

public sealed class InfoTests : CommandLineTest
{
    private const string Metadata = """
        {"name": "Plexi, bright channel", "modeled_by": "A. N. Other", "gear_type": "amp", "gear_make": "Marshall", "gear_model": "1959",
         "tone_type": "crunch", "date": {"year": 2026, "month": 2, "day": 3, "hour": 4, "minute": 5, "second": 6}, "loudness": -15.25, "gain": 0.5,
         "input_level_dbu": 12.5, "output_level_dbu": -3.5, "training": {"validation_esr": 0.0123}}
        """;

    [Theory]
    [InlineData("slim_default4")]
    [InlineData("container_mixed")]
    [InlineData("multi_in2")]
    public void A_capture_is_described(string name)
    {
        var path = Captures.Golden(PathOf($"{name}.nam"), $"{name}.nam", name == "slim_default4" ? Metadata : "{}");

        Snapshot.Matches($"info-{name}.txt", Run("info", $"{name}.nam").ExitsWith(0).Output);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void The_same_as_JSON()
    {
        Captures.Golden(PathOf("amp.nam"), "slim_default4.nam", Metadata);

        var record = Assert.Single(Run("info", "amp.nam", "--json").ExitsWith(0).JsonLines);

        Assert.Equal(
            ["file", "bytes", "version", "architecture", "weights", "sample_rate_hz", "input_channels", "output_channels", "metadata", "breakpoints", "widths", "warnings"],
            record.Select(static field => field.Key));
        Assert.Equal("WaveNet", (string)record["architecture"]!);
        Assert.Equal(314, (int)record["weights"]!);
        Assert.Equal("Plexi, bright channel", (string)record["metadata"]!["name"]!);
        Assert.Equal(-15.25, (double)record["metadata"]!["loudness_db"]!);
        Assert.Equal(0.0123, (double)record["metadata"]!["validation_esr"]!);
        Assert.Equal([0.25, 0.5, 0.75], record["breakpoints"]!.AsArray().Select(static value => (double)value!));
        var widths = record["widths"]!.AsArray();
        Assert.Equal([1, 2, 3, 4], widths.Select(static width => (int)width!["channels"]![0]!));
        Assert.Equal([0, 0.25, 0.5, 0.75], widths.Select(static width => (double)width!["from"]!));
        Assert.True(widths.Zip(widths.Skip(1)).All(static pair => (long)pair.First!["macs_per_sample"]! < (long)pair.Second!["macs_per_sample"]!));
        Assert.All(widths, static width => Assert.Equal(31, (int)width!["receptive_field_samples"]!));
    }

    [Fact]
    public void Every_golden_model_can_be_looked_into()
    {
        string[] models = [.. GoldenMaterial.Files("models", "*.nam")];

        var records = Run(["info", "--json", .. models]).ExitsWith(0).JsonLines;

        Assert.Equal(models, records.Select(static record => (string)record["file"]!));
        Assert.All(records, static record => Assert.True((long)record["widths"]!.AsArray()[^1]!["macs_per_sample"]! > 0));
    }

    [Fact]
    public void What_cannot_be_read_is_said_and_the_rest_is_shown()
    {
        File.WriteAllText(PathOf("broken.nam"), "{}");
        Captures.Gain(PathOf("good.nam"));

        var some = Run("info", "broken.nam", "good.nam", "missing.nam").ExitsWith(1).Says("broken.nam: $").Says("missing.nam: found no such file");
        Run("info", "broken.nam").ExitsWith(3);
        Run("info").ExitsWith(2);

        Assert.Contains("good.nam", some.Output, StringComparison.Ordinal);
    }
}
