using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>ConvNet ('.nam' section 5): blocks of convolution, batch normalisation and activation, then a 1x1 head.</summary>
public sealed class OracleConvNet : OracleNet
{
    private readonly List<(OracleConvolution Convolution, BatchNorm? Norm)> _blocks = [];
    private readonly Activation _activation;
    private readonly OracleConvolution _head;

    public OracleConvNet(ConvNetConfig config, WeightCursor weights)
    {
        _activation = config.Activation;
        var inputs = config.InputChannels;
        foreach (var dilation in config.Dilations)
        {
            var convolution = weights.NextConvolution(inputs, config.Channels, kernel: 2, dilation, config.Groups, bias: !config.BatchNorm);
            _blocks.Add((convolution, config.BatchNorm ? BatchNorm.Read(weights, config.Channels) : null));
            inputs = config.Channels;
        }

        _head = weights.NextConvolution(inputs, config.OutputChannels);
    }

    public override int PrewarmSamples => 1 + _blocks.Sum(static block => block.Convolution.History);

    public override double[][] Process(double[][] input)
    {
        var signal = input;
        foreach (var (convolution, norm) in _blocks)
        {
            signal = convolution.Process(signal);
            if (norm is not null)
                signal = Signals.Map(signal, norm.Apply);
            signal = OracleActivation.Apply(_activation, signal);
        }

        return _head.Process(signal);
    }

    private sealed record BatchNorm(double[] Mean, double[] Variance, double[] Weight, double[] Bias, double Epsilon)
    {
        public static BatchNorm Read(WeightCursor weights, int channels) =>
            new(weights.Next(channels), weights.Next(channels), weights.Next(channels), weights.Next(channels), weights.Next());

        public double Apply(int channel, double x) =>
            (x - Mean[channel]) / Math.Sqrt(Epsilon + Variance[channel]) * Weight[channel] + Bias[channel];
    }
}
