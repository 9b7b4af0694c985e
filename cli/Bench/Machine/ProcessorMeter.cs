using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// What the core can do at best, looked at again and again: a machine that others use too is not the same all the time. One thread, the one that plays.
/// </summary>
internal sealed class ProcessorMeter : IDisposable
{
    private const int FirstLooks = 9;

    private readonly PeakMeter _peak = PeakMeter.ForWidestLanes();
    private readonly List<double> _peaks = [];
    private readonly Dictionary<ActivationKind, ActivationProbe> _probes = [];
    private readonly Dictionary<ActivationKind, List<double>> _costs = [];

    /// <summary>Looks at the peak and at every pointwise function for the first time.</summary>
    public ProcessorMeter()
    {
        ActivationProbe.WarmUp();
        foreach (var kind in Enum.GetValues<ActivationKind>())
        {
            _probes.Add(kind, ActivationProbe.For(kind));
            _costs.Add(kind, []);
        }

        for (var look = 0; look < FirstLooks; look++)
        {
            LookAtPeak();
            foreach (var kind in _probes.Keys)
                LookAt(kind);
        }
    }

    /// <summary>Multiply-accumulates per nanosecond: what a share of all looks stayed below, 0.5 for the median.</summary>
    public double PeakMacsPerNs(double share) => Statistics.Significant(Statistics.Quantile([.. _peaks], share));

    /// <summary>Nanoseconds per value of every pointwise function, medians of all looks.</summary>
    public IEnumerable<ActivationCost> Costs => _costs.Select(static cost => new ActivationCost(cost.Key.ToString(), Statistics.Significant(Statistics.Median([.. cost.Value]))));

    /// <summary>Looks again, and returns what is seen now.</summary>
    public double LookAtPeak()
    {
        _peaks.Add(_peak.MacsPerNanosecond());
        return _peaks[^1];
    }

    /// <summary>Looks again at one function, and returns what is seen now.</summary>
    public double LookAt(ActivationKind kind)
    {
        _costs[kind].Add(_probes[kind].NanosecondsPerValue());
        return _costs[kind][^1];
    }

    /// <summary>Frees the networks.</summary>
    public void Dispose()
    {
        foreach (var probe in _probes.Values)
            probe.Dispose();
    }
}
