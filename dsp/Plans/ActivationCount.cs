using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>How often one pointwise function is computed.</summary>
/// <param name="Kind">The function.</param>
/// <param name="PerSample">Values of it per sample.</param>
public readonly record struct ActivationCount(ActivationKind Kind, long PerSample);
