using System.Reflection;
using System.Runtime.CompilerServices;
using NamPlugin.Cli.Bench.Captures;
using NamPlugin.Cli.Bench.Machine;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Bench;

/// <summary>Measures captures, on a thread of its own that stays on one core and in the mode that the plugin runs in.</summary>
internal sealed class BenchRun(BenchSettings settings, IReadOnlyList<BenchModel> models)
{
    /// <summary>Measures everything.</summary>
    /// <exception cref="OperationCanceledException">The user has had enough.</exception>
    public BenchRecord Execute(bool showProgress, CancellationToken cancellation)
    {
        var widths = models.SelectMany((model, index) => WidthsOf(model.Model).Select(width => (Model: index, Width: width))).ToList();
        using var progress = ProgressLine.Start("measuring", widths.Count, showProgress);
        BenchRecord? record = null;
        Exception? failure = null;

        // A thread that is pinned hands the pin on to those it starts, and the bar would be drawn on the core that is being measured.
        var thread = new Thread(() =>
        {
            try
            {
                record = Measure(widths, progress, cancellation);
            }
            catch (Exception exception) when (exception is UsageException or OperationCanceledException or IOException or OutOfMemoryException)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return record!;
    }

    private BenchRecord Measure(List<(int Model, int Width)> widths, ProgressLine progress, CancellationToken cancellation)
    {
        int? core = ProcessorCore.CanPin ? ProcessorCore.Pin(settings.Core) : null;
        var flushesToZero = FlushToZero.Enable();
        var results = new List<BenchResult>();
        using var meter = new ProcessorMeter();
        for (var i = 0; i < widths.Count; i++)
        {
            var bench = models[widths[i].Model];
            var measurement = new WidthMeasurement(settings, meter, bench, widths[i].Width);
            var index = i;
            results.AddRange(measurement.Run(done => progress.Update(index, done, settings.Repetitions), cancellation));
            progress.Finish(i);
        }

        return new BenchRecord
        {
            Namplug = Version,
            Date = DateTimeOffset.Now,
            Machine = MachineDescription.Read(),
            Isa = IsaName,
            Runtime = $"{(RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "NativeAOT")} {Environment.Version}",
            Core = core,
            FlushToZero = flushesToZero,
            Clock = ThreadClock.Name,
            Repetitions = settings.Repetitions,
            PeakMacsPerNs = meter.PeakMacsPerNs(0.5),
            PeakP05MacsPerNs = meter.PeakMacsPerNs(0.05),
            PeakP95MacsPerNs = meter.PeakMacsPerNs(0.95),
            Activations = [.. meter.Costs],
            Results = results,
        };
    }

    /// <summary>The instruction set of this build, named as its builds are.</summary>
    public static string IsaName => LaneWidths.Widest switch
    {
        LaneWidth.Wide512 => "avx512",
        LaneWidth.Wide256 => "avx2",
        LaneWidth.Wide128 => "baseline",
        _ => "scalar",
    };

    private static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    // The full width first: it is the one that most people ask for.
    private IEnumerable<int> WidthsOf(NamModel model)
    {
        var count = WidthMap.Of(model).Count;
        return Enumerable.Range(0, settings.AllWidths ? count : 1).Select(index => count - 1 - index);
    }
}
