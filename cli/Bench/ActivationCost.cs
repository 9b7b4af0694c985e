namespace NamPlugin.Cli.Bench;

/// <summary>What one value of a pointwise function costs.</summary>
/// <param name="Function">Its name in the `.nam` format.</param>
/// <param name="NsPerValue">Nanoseconds, load and store included.</param>
internal sealed record ActivationCost(string Function, double NsPerValue);
