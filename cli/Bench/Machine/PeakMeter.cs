using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Kernels.Lanes;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>Measures how many multiply-accumulates the core can do, with the widest lanes of this build. One thread, the one that later plays.</summary>
internal sealed unsafe class PeakMeter
{
    private const int FirstTurns = 40_000;
    private const double RunNanoseconds = 300_000;

    private readonly int _macsPerTurn;
    private readonly int _turns;
    private readonly delegate*<int, float, float, float> _run;
    private float _sum;

    private PeakMeter(delegate*<int, float, float, float> run, int macsPerTurn)
    {
        _run = run;
        _macsPerTurn = macsPerTurn;
        _turns = Math.Max(1, (int)(FirstTurns * RunNanoseconds / Time(FirstTurns)));
    }

    /// <summary>For the lanes that programs are compiled for.</summary>
    public static PeakMeter ForWidestLanes()
    {
        // Conditions that are constants in a native build, so that it holds no loop for registers it does not know.
        if (Vector512.IsHardwareAccelerated)
            return For<Wide512>();
        if (Vector256.IsHardwareAccelerated)
            return For<Wide256>();
        return Vector128.IsHardwareAccelerated ? For<Wide128>() : For<Scalar>();
    }

    /// <summary>Multiply-accumulates per nanosecond, over about a third of a millisecond.</summary>
    public double MacsPerNanosecond()
    {
        // The first part brings the core to the clock at which it runs such loads.
        Time(_turns / 4);
        return _turns * (double)_macsPerTurn / Time(_turns);
    }

    private double Time(int turns)
    {
        var start = ThreadClock.Nanoseconds;
        _sum += _run(turns, 0.5f, 0.25f);
        return ThreadClock.Nanoseconds - start;
    }

    private static PeakMeter For<T>()
        where T : struct, ILanes<T> => new(&MultiplyAddLoop<T>.Run, MultiplyAddLoop<T>.MacsPerTurn);
}
