namespace NamPlugin.Dsp.Plans;

/// <summary>One matrix product inside a <see cref="DenseOperation"/>: weights times a delayed slice of a signal's channels.</summary>
/// <param name="Source">The signal that is read.</param>
/// <param name="FirstChannel">First channel of the slice.</param>
/// <param name="Channels">Channels in the slice.</param>
/// <param name="DelaySamples">How old the samples are.</param>
/// <param name="Weights">Offset into <see cref="LayerPlan.Constants"/> of w[row][channel], row-major.</param>
public readonly record struct DenseTerm(Signal Source, int FirstChannel, int Channels, int DelaySamples, int Weights);
