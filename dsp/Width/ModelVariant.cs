using System.Collections.Immutable;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Width;

/// <summary>One width of a model.</summary>
/// <param name="Channels">Channels of each layer array (hidden units of each LSTM layer); empty for a linear model.</param>
/// <param name="MacsPerSample">Multiply-accumulates per sample.</param>
/// <param name="Program">What computes it.</param>
public sealed record ModelVariant(ImmutableArray<int> Channels, long MacsPerSample, NetworkProgram Program);
