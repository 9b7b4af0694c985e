using System.Text.Json;
using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Bench.Baselines;
using NamPlugin.Cli.Bench.Machine;

namespace NamPlugin.Cli.Tests.Bench;

public sealed class BaselineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("namplug-test-");

    [Fact]
    public void A_case_is_compared_as_measured_and_as_on_a_core_of_the_same_peak()
    {
        var then = Record(Result("amp", block: 64, nanoseconds: 200, peak: 50));
        var now = Record(Result("amp", block: 64, nanoseconds: 100, peak: 80));

        var comparison = BaselineComparison.Of(now, then, "then.json");

        var compared = Assert.Single(comparison.Cases);
        Assert.Equal((200, 100, 0.5, 0.8), (compared.BaselineNs, compared.NsPerSample, compared.Ratio, compared.CorrectedRatio));
        Assert.True(compared.IsClear);
        Assert.Equal((0.5, 0.8), (comparison.MeanRatio, comparison.MeanCorrectedRatio));
        Assert.Empty(comparison.OnlyInBaseline);
        Assert.Empty(comparison.NotInBaseline);
    }

    [Fact]
    public void A_difference_within_the_noise_is_not_clear()
    {
        // The quartiles lie 5 % around the median.
        Assert.False(Assert.Single(BaselineComparison.Of(Record(Result("amp", 64, 104)), Record(Result("amp", 64, 100)), "").Cases).IsClear);
        Assert.True(Assert.Single(BaselineComparison.Of(Record(Result("amp", 64, 112)), Record(Result("amp", 64, 100)), "").Cases).IsClear);
        Assert.True(Assert.Single(BaselineComparison.Of(Record(Result("amp", 64, 88)), Record(Result("amp", 64, 100)), "").Cases).IsClear);
    }

    [Fact]
    public void Missing_cases_are_named()
    {
        var then = Record(Result("amp", 1, 10), Result("amp", 64, 10), Result("amp", 64, 10, instances: 8), Result("amp", 64, 10, width: 0.5), Result("old", 1, 10));
        var now = Record(Result("amp", 64, 10), Result("amp", 256, 10), Result("new", 16, 10), Result("new", 64, 10));

        var comparison = BaselineComparison.Of(now, then, "");

        Assert.Equal(["amp 1 [1, 64 x 8] False", "amp 0.5 [64] True", "old 1 [1] True"], comparison.OnlyInBaseline.Select(Describe));
        Assert.Equal(["amp 1 [256] False", "new 1 [16, 64] True"], comparison.NotInBaseline.Select(Describe));
        Assert.Null(BaselineComparison.Of(Record(Result("a", 1, 1)), Record(Result("b", 1, 1)), "").MeanRatio);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var path = Path.Combine(_folder.FullName, "result.json");
        var record = Record(Result("amp", 64, 100), Result("amp", 64, 120, instances: 8));
        record = record with { Baseline = BaselineComparison.Of(record, record, "self.json") };
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(record, BenchJson.Type));

        var read = BaselineFile.Load(path);

        Assert.Equal(JsonSerializer.Serialize(record, BenchJson.Type), JsonSerializer.Serialize(read, BenchJson.Type));
        Assert.Equal(1, read.Baseline!.MeanRatio);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal static BenchRecord Record(params BenchResult[] results) => new()
    {
        Namplug = "1.2.3+abc",
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Machine = new MachineDescription("Processor", 4, "System", "Kernel"),
        Isa = "avx2",
        Runtime = "NativeAOT 9",
        FlushToZero = true,
        Clock = "thread_cpu_time",
        Repetitions = 41,
        PeakMacsPerNs = 50,
        PeakP05MacsPerNs = 49,
        PeakP95MacsPerNs = 51,
        Activations = [new ActivationCost("Tanh", 0.1)],
        Results = results,
    };

    internal static BenchResult Result(string model, int block, double nanoseconds, double peak = 50, int instances = 1, double width = 1) => new()
    {
        Model = model,
        Width = width,
        Channels = [8, 4],
        Block = block,
        Instances = instances,
        Isa = "avx2",
        NsPerSample = nanoseconds,
        NsLowerQuartile = 0.95 * nanoseconds,
        NsUpperQuartile = 1.05 * nanoseconds,
        Samples = 1000,
        SampleRateHz = 50_000,
        RealTimeFactor = 20_000 / nanoseconds,
        MacsPerSample = 1000,
        ActivationsPerSample = new Dictionary<string, long> { ["Tanh"] = 10 },
        PeakMacsPerNs = peak,
        PeakFmaFraction = 1000 / peak / nanoseconds,
        FloorNs = nanoseconds / 2,
        FloorRatio = 2,
        BytesPerInstance = 4096,
    };

    private static string Describe(MissingCases missing) => FormattableString.Invariant($"{missing.Model} {missing.Width} [{string.Join(", ", missing.Cases)}] {missing.IsWhole}");
}
