using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Kernels.Pointwise;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>A <see cref="ProcessorMeter"/> for the lanes <typeparamref name="T"/>.</summary>
internal sealed unsafe class LanedProcessorMeter<T> : ProcessorMeter
    where T : struct, ILanes<T>
{
    private const int PeakTurns = 40_000;
    private const double PeakRunNanoseconds = 300_000;
    private const int ActivationRepetitions = 9;
    private const double ActivationRunNanoseconds = 100_000;

    // Short ones cost the call, long ones the way to the cache.
    private static readonly int[] PlaneFrames = [64, 256, 1024];

    private readonly NativeBuffer<float> _source = new(PlaneFrames[^1]);
    private readonly NativeBuffer<float> _destination = new(PlaneFrames[^1]);
    private int _turns;

    public LanedProcessorMeter()
    {
        // From -4 to 4, where functions have their bends.
        for (var frame = 0; frame < _source.Length; frame++)
            _source[frame] = ((frame * 37 % 64) - 32) / 8f;
    }

    /// <inheritdoc/>
    public override double MeasurePeakMacsPerNanosecond()
    {
        if (_turns == 0)
            _turns = Math.Max(1, (int)(PeakTurns * PeakRunNanoseconds / Time(PeakTurns)));
        // The first part brings the core to the clock at which it runs such loads.
        Time(_turns / 4);
        return _turns * (double)MultiplyAddLoop<T>.MacsPerTurn / Time(_turns);
    }

    /// <inheritdoc/>
    public override double MeasureActivationNanoseconds(ActivationKind kind)
    {
        var map = (delegate*<float*, float*, float*, int, void>)PointwiseFunctions.Visit<T, nint, MapOf>(kind, default);
        var best = double.MaxValue;
        fixed (float* parameters = PointwiseFunctions.ParametersPerRow(Activation.WithDefaults(kind), firstRow: 0, rows: 1))
        {
            foreach (var frames in PlaneFrames)
                best = Math.Min(best, Median(map, parameters, frames));
        }

        return best;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _source.Dispose();
        _destination.Dispose();
    }

    private double Median(delegate*<float*, float*, float*, int, void> map, float* parameters, int frames)
    {
        var calls = Math.Max(1, (int)(1000 * ActivationRunNanoseconds / Time(map, parameters, frames, calls: 1000)));
        var times = new double[ActivationRepetitions];
        for (var repetition = 0; repetition < times.Length; repetition++)
            times[repetition] = Time(map, parameters, frames, calls) / ((double)calls * frames);
        return Statistics.Median(times);
    }

    private double Time(delegate*<float*, float*, float*, int, void> map, float* parameters, int frames, int calls)
    {
        var start = ThreadClock.Nanoseconds;
        for (var call = 0; call < calls; call++)
            map(_source.Pointer, _destination.Pointer, parameters, frames);
        return ThreadClock.Nanoseconds - start;
    }

    private double Time(int turns)
    {
        var start = ThreadClock.Nanoseconds;
        _destination[0] = MultiplyAddLoop<T>.Run(turns, 0.5f, 0.25f);
        return ThreadClock.Nanoseconds - start;
    }

    private readonly struct MapOf : IPointwiseVisitor<T, nint>
    {
        // Function pointers travel as integers because they cannot be type arguments.
        public nint Visit<TPointwise>()
            where TPointwise : struct, IPointwise<T> => (nint)(delegate*<float*, float*, float*, int, void>)&PlaneKernels<T>.Map<TPointwise>;
    }
}
