using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Cli.Bench.Machine;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Bench;

/// <summary>
/// Measures one width of one capture: all its cases in turn, over and over, and the peak between them, so that whatever happens to the machine
/// meanwhile happens to all alike.
/// </summary>
internal sealed class WidthMeasurement(BenchSettings settings, PeakMeter peakMeter, IReadOnlyDictionary<ActivationKind, double> costs, BenchModel model, int variant)
{
    // Untimed before each repetition: the state comes back into the caches.
    private const double LeadShare = 0.1;

    /// <summary>The peak, once per repetition.</summary>
    public double[] Peaks { get; } = new double[settings.Repetitions];

    /// <summary>Measures every case.</summary>
    /// <param name="report">Is told how many repetitions are done.</param>
    /// <param name="cancellation">Looked at between repetitions.</param>
    public IReadOnlyList<BenchResult> Run(Action<int> report, CancellationToken cancellation)
    {
        var map = WidthMap.Of(model.Model);
        using var width = ModelWidth.Lower(model.Model, map, variant);
        using var program = NetworkProgram.Compile(width.Plan, LaneWidths.Widest);
        var cases = settings.Cases;
        using var ensemble = new Ensemble(program, cases.Max(static play => play.Instances), cases.Max(static play => play.Block));
        JustInTimeCompiler.Await(() => PlayAll(ensemble, cases, JustInTimeCompiler.CallsToBeNoticed));
        var rounds = cases.Select(play => RoundsFor(ensemble, play)).ToArray();
        var times = cases.Select(_ => new double[settings.Repetitions]).ToArray();
        for (var repetition = 0; repetition < settings.Repetitions; repetition++)
        {
            cancellation.ThrowIfCancellationRequested();
            Peaks[repetition] = peakMeter.MacsPerNanosecond();
            for (var i = 0; i < cases.Count; i++)
                times[i][repetition] = Time(ensemble, cases[i], rounds[i]) / Samples(cases[i], rounds[i]);
            report(repetition + 1);
        }

        var activations = PlanCost.ActivationsPerSample(width.Plan);
        return [.. cases.Select((play, i) => Result(map, width, program, activations, play, Samples(play, rounds[i]), times[i]))];
    }

    private BenchResult Result(WidthMap map, ModelWidth width, NetworkProgram program, IReadOnlyList<ActivationCount> activations, BenchCase play, long samples, double[] times)
    {
        var nanoseconds = Statistics.Median(times);
        var peak = Statistics.Median(Peaks);
        var macs = width.Plan.MacsPerSample;
        var floor = (macs / peak) + activations.Sum(activation => activation.PerSample * costs[activation.Kind]);
        return new BenchResult
        {
            Model = model.Name,
            Width = variant == map.Count - 1 ? 1 : variant == 0 ? 0 : map.Breakpoints[variant - 1],
            Channels = width.Channels,
            Block = play.Block,
            Instances = play.Instances,
            Isa = BenchRun.IsaName,
            NsPerSample = Statistics.Significant(nanoseconds),
            NsLowerQuartile = Statistics.Significant(Statistics.Quantile(times, 0.25)),
            NsUpperQuartile = Statistics.Significant(Statistics.Quantile(times, 0.75)),
            Samples = samples,
            SampleRateHz = model.Model.EffectiveSampleRateHz,
            RealTimeFactor = Statistics.Significant(1e9 / (nanoseconds * model.Model.EffectiveSampleRateHz)),
            MacsPerSample = macs,
            ActivationsPerSample = activations.ToDictionary(static activation => activation.Kind.ToString(), static activation => activation.PerSample),
            PeakMacsPerNs = Statistics.Significant(peak),
            PeakFmaFraction = Statistics.Significant(macs / peak / nanoseconds),
            FloorNs = Statistics.Significant(floor),
            FloorRatio = floor > 0 ? Statistics.Significant(nanoseconds / floor) : 0,
            BytesPerInstance = program.StateBytes,
        };
    }

    private static void PlayAll(Ensemble ensemble, IReadOnlyList<BenchCase> cases, int rounds)
    {
        foreach (var play in cases)
            ensemble.Play(play, Math.Max(1, rounds / play.Instances));
    }

    private int RoundsFor(Ensemble ensemble, BenchCase play)
    {
        // Once to warm up, then longer and longer until the clock can tell.
        ensemble.Play(play, 1);
        for (var rounds = 1; ; rounds *= 2)
        {
            var nanoseconds = Play(ensemble, play, rounds);
            if (nanoseconds * 8 > settings.RepetitionNanoseconds)
                return (int)Math.Max(1, Math.Round(rounds * settings.RepetitionNanoseconds / nanoseconds));
        }
    }

    private static double Time(Ensemble ensemble, BenchCase play, int rounds)
    {
        ensemble.Play(play, Math.Max(1, (int)(rounds * LeadShare)));
        return Play(ensemble, play, rounds);
    }

    private static double Play(Ensemble ensemble, BenchCase play, int rounds)
    {
        var start = ThreadClock.Nanoseconds;
        ensemble.Play(play, rounds);
        return ThreadClock.Nanoseconds - start;
    }

    private static long Samples(BenchCase play, int rounds) => (long)rounds * play.Block * play.Instances;
}
