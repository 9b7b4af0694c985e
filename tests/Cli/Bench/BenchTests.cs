using System.Text.Json.Nodes;
using NamPlugin.Cli.Tests.Pictures;
using NamPlugin.Cli.Tests.Running;

namespace NamPlugin.Cli.Tests.Bench;

/// <summary>What a person or a script sees of a measurement. No test minds how long anything takes.</summary>
public sealed class BenchTests : CommandLineTest
{
    // A little of everything, as quickly as it goes.
    private static readonly string[] Impatient = ["bench", "--quick", .. Cases("1,64", "1,3")];

    [Fact]
    public void A_result_describes_the_machine_and_every_case()
    {
        var record = Measure("--widths", "full", Captures.GoldenModel("lstm_2x6.nam"));

        Assert.Equal(
            ["namplug", "date", "machine", "isa", "runtime", "core", "flush_to_zero", "clock", "repetitions", "peak_macs_per_ns", "peak_p05_macs_per_ns", "peak_p95_macs_per_ns", "activations", "results"],
            record.Select(static field => field.Key));
        Assert.Equal(["processor", "cores", "system", "kernel"], record["machine"]!.AsObject().Select(static field => field.Key));
        Assert.Contains((string)record["isa"]!, new[] { "avx512", "avx2", "baseline", "scalar" });
        Assert.Matches(NamplugProcess.IsNative ? "^NativeAOT 9" : "^JIT ", (string)record["runtime"]!);
        Assert.Equal("thread_cpu_time", (string)record["clock"]!);
        Assert.True((double)record["peak_macs_per_ns"]! > 0);
        Assert.Equal(11, record["activations"]!.AsArray().Count);
        Assert.All(record["activations"]!.AsArray(), static cost => Assert.True((double)cost!["ns_per_value"]! > 0));

        var results = record["results"]!.AsArray();
        Assert.Equal([(1, 1), (64, 1), (64, 3)], results.Select(static result => ((int)result!["block"]!, (int)result["instances"]!)));
        Assert.Equal(
            ["model", "width", "channels", "block", "instances", "isa", "ns_per_sample", "ns_lower_quartile", "ns_upper_quartile", "samples", "sample_rate_hz", "real_time_factor", "playable_instances",
                "macs_per_sample", "activations_per_sample", "peak_macs_per_ns", "peak_fma_fraction", "floor_ns", "floor_ratio", "bytes_per_instance"],
            results[0]!.AsObject().Select(static field => field.Key));
        Assert.All(results, static result => AssertConsistent(result!.AsObject()));
        Assert.Equal(("lstm_2x6", 1.0), ((string)results[0]!["model"]!, (double)results[0]!["width"]!));
        Assert.Equal((36, 24), ((int)results[0]!["activations_per_sample"]!["Sigmoid"]!, (int)results[0]!["activations_per_sample"]!["Tanh"]!));
    }

    [Fact]
    public void Every_width_is_measured_the_full_one_first_with_the_work_that_info_tells_of()
    {
        var model = Captures.GoldenModel("slim_default4.nam");
        var widths = Run("info", "--json", model).ExitsWith(0).JsonLines[0]["widths"]!.AsArray().Reverse().ToList();

        var results = Measure(model)["results"]!.AsArray().Where(static result => (int)result!["block"]! == 1).ToList();

        Assert.Equal([1, 0.625, 0.375, 0], results.Select(static result => (double)result!["width"]!));
        Assert.Equal(widths.Select(static width => (long)width!["macs_per_sample"]!), results.Select(static result => (long)result!["macs_per_sample"]!));
        Assert.Equal(widths.Select(static width => width!["channels"]!.ToJsonString()), results.Select(static result => result!["channels"]!.ToJsonString()));
        Assert.Single(Measure("--widths", "full", model)["results"]!.AsArray(), static result => (int)result!["block"]! == 1);
    }

    [Fact]
    public void Models_of_several_channels_and_other_rates_can_be_measured()
    {
        var record = Measure(Captures.HalvesOf(PathOf("wide.nam"), 3, 2), Captures.Gain(PathOf("fast.nam"), rate: 96000));

        Assert.Equal(["wide", "wide", "wide", "fast", "fast", "fast"], record["results"]!.AsArray().Select(static result => (string)result!["model"]!));
        Assert.Equal(96000, (double)record["results"]![5]!["sample_rate_hz"]!);
        Assert.All(record["results"]!.AsArray(), static result => AssertConsistent(result!.AsObject()));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_by_their_folders()
    {
        Directory.CreateDirectory(PathOf("a"));
        Directory.CreateDirectory(PathOf("b"));
        Captures.Gain(PathOf("a", "amp.nam"));
        Captures.Gain(PathOf("b", "amp.nam"));

        var results = Measure("a/amp.nam", "b/amp.nam")["results"]!.AsArray();

        Assert.Equal(["a/amp.nam", "b/amp.nam"], results.Select(static result => (string)result!["model"]!).Distinct());
    }

    [Fact]
    public void Files_are_written_beside_the_tables_and_compared_with_one_another()
    {
        var model = Captures.GoldenModel("wn_a1_two_arrays.nam");
        Run([.. Impatient, model, "--json", "first.json", "--png", "first.png"]).ExitsWith(0);

        var second = Run(["bench", "--quick", .. Cases("1,16", "1,3"), model, Captures.Gain(PathOf("gain.nam")), "--json", "second.json", "--baseline", "first.json"]).ExitsWith(0);

        Assert.Equal(["first.json", "first.png", "gain.nam", "second.json"], Files());
        Assert.Equal(2000, Png.Decode(File.ReadAllBytes(PathOf("first.png"))).Width);
        Assert.Contains("Against first.json", second.Output, StringComparison.Ordinal);
        Assert.Contains("Not in the baseline: gain", second.Output, StringComparison.Ordinal);
        Assert.All(second.Output.Split('\n'), static line => Assert.InRange(line.Length, 0, 100));
        var baseline = JsonNode.Parse(File.ReadAllText(PathOf("second.json")))!["baseline"]!;
        Assert.Equal("first.json", (string)baseline["file"]!);
        Assert.Equal([(1, 1), (64, 1), (64, 3)], baseline["cases"]!.AsArray().Select(static compared => ((int)compared!["block"]!, (int)compared["instances"]!)));
        Assert.Equal(["16"], baseline["not_in_baseline"]![0]!["cases"]!.AsArray().Select(static name => (string)name!));
        Assert.Empty(baseline["only_in_baseline"]!.AsArray());
    }

    [Theory]
    [InlineData(2, "--core 8191: no core of this machine that this program may use; choose one of 0", "--core", "8191")]
    [InlineData(2, "--core -1: expected a number from 0 to", "--core", "-1")]
    [InlineData(2, "--blocks 0: expected numbers from 1 to 65536", "--blocks", "0")]
    [InlineData(2, "--blocks 16;64: expected numbers", "--blocks", "16;64")]
    [InlineData(2, "--instances 1,2000: expected numbers from 1 to 1024", "--instances", "1,2000")]
    [InlineData(2, "--widths half: expected all or full", "--widths", "half")]
    [InlineData(2, "--json none/x.json: there is no such folder", "--json", "none/x.json")]
    [InlineData(2, "--png none/x.png: there is no such folder", "--png", "none/x.png")]
    [InlineData(3, "missing.nam: found no such file", "missing.nam")]
    [InlineData(3, "missing.json: found no such file, expected a result of namplug bench --json", "--baseline", "missing.json")]
    public void What_cannot_be_is_refused_with_a_remedy(int code, string message, params string[] arguments) =>
        Assert.Empty(Run(["bench", "--quick", .. arguments, .. code == 2 ? [Captures.Gain(PathOf("gain.nam"))] : (string[])[]]).ExitsWith(code).Says(message).Output);

    [Theory]
    [InlineData("This is text.")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"results": []}""")]
    public void A_baseline_that_is_none_is_refused(string text)
    {
        File.WriteAllText(PathOf("other.json"), text);

        Run("bench", "--baseline", "other.json").ExitsWith(3).Says("other.json: ").Says("expected a result of namplug bench --json. Measure one with: namplug bench --json baseline.json");
    }

    private static string[] Cases(string blocks, string instances) => ["--blocks", blocks, "--instances", instances];

    private JsonObject Measure(params string[] arguments) => JsonNode.Parse(Run([.. Impatient, "--json", "-", .. arguments]).ExitsWith(0).Output)!.AsObject();

    private static void AssertConsistent(JsonObject result)
    {
        double Number(string name) => (double)result[name]!;
        foreach (var name in new[] { "ns_per_sample", "ns_lower_quartile", "ns_upper_quartile", "samples", "real_time_factor", "peak_macs_per_ns", "peak_fma_fraction", "floor_ns", "floor_ratio", "bytes_per_instance" })
            Assert.True(Number(name) > 0 && double.IsFinite(Number(name)), $"{name} is {Number(name)}");
        Assert.True(Number("ns_lower_quartile") <= Number("ns_per_sample") && Number("ns_per_sample") <= Number("ns_upper_quartile"));
        Assert.Equal(1, Number("real_time_factor") * Number("ns_per_sample") * Number("sample_rate_hz") / 1e9, 1e-3);
        Assert.Equal(1, Number("floor_ratio") * Number("floor_ns") / Number("ns_per_sample"), 1e-3);
        Assert.Equal(Number("macs_per_sample") / Number("peak_macs_per_ns") / Number("ns_per_sample"), Number("peak_fma_fraction"), 1e-3);
        Assert.True(Number("floor_ns") >= (Number("macs_per_sample") / Number("peak_macs_per_ns")) - 1e-3);
        Assert.Equal(0, Number("samples") % (Number("block") * Number("instances")));
    }
}
