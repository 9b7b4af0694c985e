namespace NamPlugin.Dsp.Models;

/// <summary>One entry of a container: chosen for sizes below <paramref name="MaxValue"/> and not below its predecessor's.</summary>
/// <param name="MaxValue">Exclusive upper bound of the size; the last entry also serves everything above.</param>
/// <param name="Model">The complete model.</param>
public sealed record Submodel(double MaxValue, NamModel Model);
