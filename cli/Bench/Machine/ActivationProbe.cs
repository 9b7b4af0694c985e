using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// Measures what one value of a pointwise function costs in a network that does nothing else: each step reads planes from the first-level cache and
/// writes planes there. Two networks that differ in the number of steps alone leave out what comes with every block.
/// </summary>
internal sealed class ActivationProbe : IDisposable
{
    private const int FewSteps = 1;
    private const int ManySteps = 17;
    private const int Trials = 5;
    private const double RunNanoseconds = 150_000;

    // Few planes cost the call, many the way to the cache: 32 of them are 8 KiB in and 8 KiB out.
    private static readonly int[] PlaneCounts = [4, 16, 32];

    private readonly ActivationChain _few;
    private readonly ActivationChain _many;
    private readonly int _calls;

    private ActivationProbe(ActivationKind kind, int planes)
    {
        _few = new ActivationChain(kind, planes, FewSteps);
        _many = new ActivationChain(kind, planes, ManySteps);
        _calls = Math.Max(1, (int)(64 * RunNanoseconds / Time(_many, calls: 64)));
    }

    /// <summary>Chooses the number of planes at which the function is cheapest.</summary>
    public static ActivationProbe For(ActivationKind kind)
    {
        var probes = PlaneCounts.Select(planes => new ActivationProbe(kind, planes)).ToList();
        var best = probes.MinBy(static probe => Statistics.Median(Enumerable.Range(0, Trials).Select(_ => probe.NanosecondsPerValue()).ToArray()))!;
        foreach (var probe in probes.Where(probe => probe != best))
            probe.Dispose();
        return best;
    }

    /// <summary>Calls everything that is measured later, for a compiler that wants to see it first.</summary>
    public static void WarmUp()
    {
        using var probe = new ActivationProbe(ActivationKind.Tanh, PlaneCounts[^1]);
        JustInTimeCompiler.Await(() => Time(probe._many, JustInTimeCompiler.CallsToBeNoticed));
    }

    /// <summary>Nanoseconds for one value, load and store included; a single look, about a fifth of a millisecond long.</summary>
    public double NanosecondsPerValue() =>
        Math.Max(0, Time(_many, _calls) - Time(_few, _calls)) / ((double)_calls * (_many.ValuesPerCall - _few.ValuesPerCall));

    /// <summary>Frees the networks.</summary>
    public void Dispose()
    {
        _few.Dispose();
        _many.Dispose();
    }

    private static double Time(ActivationChain chain, int calls)
    {
        var start = ThreadClock.Nanoseconds;
        for (var call = 0; call < calls; call++)
            chain.Process();
        return ThreadClock.Nanoseconds - start;
    }
}
