using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Cli.Bench.Machine;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Bench;

/// <summary>
/// Measures one width of one capture: all its cases in turn, over and over, with the peak and the model's activations between them, so that whatever
/// happens to the machine meanwhile happens to all alike.
/// </summary>
internal sealed class WidthMeasurement(BenchSettings settings, ProcessorMeter meter, BenchModel model, int variant)
{
    // Untimed before each repetition: the state comes back into the caches.
    private const double LeadShare = 0.1;

    /// <summary>Measures every case.</summary>
    /// <param name="report">Is told how many repetitions are done.</param>
    /// <param name="cancellation">Looked at between repetitions.</param>
    public IReadOnlyList<BenchResult> Run(Action<int> report, CancellationToken cancellation)
    {
        var map = WidthMap.Of(model.Model);
        using var width = ModelWidth.Lower(model.Model, map, variant);
        using var program = NetworkProgram.Compile(width.Plan, LaneWidths.Widest);
        var cases = settings.Cases;
        var ensembles = cases.GroupBy(static play => play.Block)
            .ToDictionary(static group => group.Key, group => new Ensemble(program, group.Max(static play => play.Instances), group.Key));
        try
        {
            JustInTimeCompiler.Await(() => PlayAll(ensembles, cases));
            var rounds = cases.Select(play => RoundsFor(ensembles[play.Block], play.Instances)).ToArray();
            var times = cases.Select(_ => new double[settings.Repetitions]).ToArray();
            var activations = PlanCost.ActivationsPerSample(width.Plan);
            var peaks = new double[settings.Repetitions];
            var activationNs = new double[settings.Repetitions];
            for (var repetition = 0; repetition < settings.Repetitions; repetition++)
            {
                cancellation.ThrowIfCancellationRequested();
                peaks[repetition] = meter.LookAtPeak();
                activationNs[repetition] = activations.Sum(activation => activation.PerSample * meter.LookAt(activation.Kind));
                for (var i = 0; i < cases.Count; i++)
                    times[i][repetition] = Time(ensembles[cases[i].Block], cases[i].Instances, rounds[i]) / Samples(cases[i], rounds[i]);
                report(repetition + 1);
            }

            var floor = new Floor(width.Plan.MacsPerSample, Statistics.Median(peaks), activations, Statistics.Median(activationNs));
            return [.. cases.Select((play, i) => Result(map, width, program, floor, play, Samples(play, rounds[i]), times[i]))];
        }
        finally
        {
            foreach (var ensemble in ensembles.Values)
                ensemble.Dispose();
        }
    }

    private BenchResult Result(WidthMap map, ModelWidth width, NetworkProgram program, Floor floor, BenchCase play, long samples, double[] times)
    {
        var nanoseconds = Statistics.Median(times);
        return new BenchResult
        {
            Model = model.Name,
            Width = WidthOf(map),
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
            MacsPerSample = floor.Macs,
            ActivationsPerSample = floor.Activations.ToDictionary(static activation => activation.Kind.ToString(), static activation => activation.PerSample),
            PeakMacsPerNs = Statistics.Significant(floor.PeakMacsPerNs),
            PeakFmaFraction = Statistics.Significant(floor.MacNs / nanoseconds),
            FloorNs = Statistics.Significant(floor.Nanoseconds),
            FloorRatio = Statistics.Significant(nanoseconds / floor.Nanoseconds),
            BytesPerInstance = program.StateBytes,
        };
    }

    // The ends of the range where it reaches them, else the middle of what selects it, which people can type.
    private double WidthOf(WidthMap map)
    {
        if (variant == map.Count - 1)
            return 1;
        var middle = variant == 0 ? 0 : map.WidthFor(variant);
        var rounded = Math.Round(middle, 3);
        return map.VariantFor(rounded) == variant ? rounded : middle;
    }

    private static void PlayAll(Dictionary<int, Ensemble> ensembles, IReadOnlyList<BenchCase> cases)
    {
        foreach (var play in cases)
            ensembles[play.Block].Play(play.Instances, Math.Max(1, JustInTimeCompiler.CallsToBeNoticed / play.Instances));
    }

    private int RoundsFor(Ensemble ensemble, int instances)
    {
        // Once to warm up, then longer and longer until the clock can tell.
        ensemble.Play(instances, 1);
        for (var rounds = 1; ; rounds *= 2)
        {
            var nanoseconds = Play(ensemble, instances, rounds);
            if (nanoseconds * 8 > settings.RepetitionNanoseconds)
                return (int)Math.Max(1, Math.Round(rounds * settings.RepetitionNanoseconds / nanoseconds));
        }
    }

    private static double Time(Ensemble ensemble, int instances, int rounds)
    {
        ensemble.Play(instances, Math.Max(1, (int)(rounds * LeadShare)));
        return Play(ensemble, instances, rounds);
    }

    private static double Play(Ensemble ensemble, int instances, int rounds)
    {
        var start = ThreadClock.Nanoseconds;
        ensemble.Play(instances, rounds);
        return ThreadClock.Nanoseconds - start;
    }

    private static long Samples(BenchCase play, int rounds) => (long)rounds * play.Block * play.Instances;
}
