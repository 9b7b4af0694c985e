using NamPlugin.Dsp.Plans;

namespace NamPlugin.Cli.Bench;

/// <summary>The least that a sample could take with the functions as they are.</summary>
/// <param name="Macs">Multiply-accumulates per sample.</param>
/// <param name="PeakMacsPerNs">How many of them the core can do.</param>
/// <param name="Activations">Values of pointwise functions per sample.</param>
/// <param name="ActivationNs">Nanoseconds that those take by themselves.</param>
internal sealed record Floor(long Macs, double PeakMacsPerNs, IReadOnlyList<ActivationCount> Activations, double ActivationNs)
{
    /// <summary>Nanoseconds for the multiply-accumulates at the peak.</summary>
    public double MacNs => Macs / PeakMacsPerNs;

    /// <summary>Nanoseconds for everything.</summary>
    public double Nanoseconds => MacNs + ActivationNs;
}
