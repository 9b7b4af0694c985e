using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Cli.Bench.Machine;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Tests.Bench;

/// <summary>The processor as the measurement sees and sets it.</summary>
public sealed class ProcessorTests
{
    [Fact]
    public void A_thread_stays_on_the_core_that_was_asked_for()
    {
        var wanted = ProcessorCore.Allowed[^1];

        OnThread(() =>
        {
            Assert.Equal(wanted, ProcessorCore.Pin(wanted));
            Assert.Equal([wanted], ProcessorCore.Allowed);
            Assert.Equal(wanted, ProcessorCore.Pin(wanted: null));
        });
        Assert.Contains(wanted, ProcessorCore.Allowed);
    }

    [Fact]
    public void Denormals_are_flushed_on_one_thread_and_no_other()
    {
        var tiny = BitConverter.Int32BitsToSingle(ProcessorCore.Allowed.Count);
        OnThread(() =>
        {
            Assert.True(FlushToZero.Enable());
            Assert.Equal(0, BitConverter.SingleToInt32Bits(tiny * 1.5f));
        });
        Assert.NotEqual(0, BitConverter.SingleToInt32Bits(tiny * 1.5f));
    }

    [Fact]
    public void Peak_and_activations_take_time()
    {
        using var meter = new ProcessorMeter();

        Assert.InRange(meter.PeakMacsPerNs(0.5), 0.01, 10_000);
        Assert.True(meter.PeakMacsPerNs(0.05) <= meter.PeakMacsPerNs(0.5) && meter.PeakMacsPerNs(0.5) <= meter.PeakMacsPerNs(0.95));
        Assert.Equal(Enum.GetNames<ActivationKind>(), meter.Costs.Select(static cost => cost.Function));
        Assert.All(meter.Costs, static cost => Assert.InRange(cost.NsPerValue, 1e-4, 1e4));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0 to 3", 0, 1, 2, 3)]
    [InlineData("1, 3 to 5, 9", 1, 3, 4, 5, 9)]
    public void Cores_are_listed_as_people_do(string text, params int[] cores) => Assert.Equal(text, ProcessorCore.Ranges(cores));

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        double[] values = [9, 1, 5, 3, 7];

        Assert.Equal((1, 3, 5, 8, 9), (Statistics.Quantile(values, 0), Statistics.Quantile(values, 0.25), Statistics.Median(values), Statistics.Quantile(values, 0.875), Statistics.Quantile(values, 1)));
        Assert.Equal(2, Statistics.Median([1, 3]));
        Assert.Equal(4, Statistics.Median([4]));
    }

    [Fact]
    public void An_interrupted_measurement_ends_at_once()
    {
        var settings = new BenchSettings { Models = [], AllWidths = true, Blocks = [64], Instances = [1] };
        var captures = StandardCaptures.Create();

        Assert.Throws<OperationCanceledException>(() => new BenchRun(settings, captures).Execute(showProgress: false, new CancellationToken(canceled: true)));

        foreach (var capture in captures)
            capture.Dispose();
    }

    // What is set stays with the thread, which ends here.
    private static void OnThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
