using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Linear ('.nam' section 6): y[t] = bias + sum of w[i] * x[t - i], channel by channel; surplus outputs are zero.</summary>
public sealed class OracleLinear(LinearConfig config, WeightCursor weights) : OracleNet
{
    private readonly double[] _taps = weights.Next(config.ReceptiveField);
    private readonly double _bias = config.Bias ? weights.Next() : 0;

    public override int PrewarmSamples => 0;

    public override double[][] Process(double[][] input) =>
        [.. Enumerable.Range(0, config.OutputChannels).Select(channel => channel < input.Length ? Convolved(input[channel]) : new double[input[0].Length])];

    private double[] Convolved(double[] x) =>
        [.. x.Select((_, t) => _bias + Enumerable.Range(0, Math.Min(_taps.Length, t + 1)).Sum(i => _taps[i] * x[t - i]))];
}
