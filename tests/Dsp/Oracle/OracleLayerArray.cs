using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>One WaveNet layer array ('.nam' section 3.3).</summary>
public sealed class OracleLayerArray
{
    private readonly OracleConvolution _rechannel;
    private readonly List<OracleLayer> _layers;
    private readonly OracleConvolution _head;

    public OracleLayerArray(LayerArrayConfig config, OracleWidth width, int inputs, int headOutputs, WeightCursor weights)
    {
        _rechannel = weights.NextConvolution(config.InputSize, config.Channels, bias: false).Narrowed(width.Channels, inputs);
        _layers = [.. config.Layers.Select((_, index) => new OracleLayer(config, index, width, weights))];
        var sumChannels = config.Head1x1.Active ? config.Head1x1.OutChannels : config.Bottleneck;
        var narrowSumChannels = config.Head1x1.Active ? config.Head1x1.OutChannels : width.Bottleneck;
        _head = weights.NextConvolution(sumChannels, config.Head.OutChannels, config.Head.KernelSize, config.Head.Dilation, bias: config.Head.Bias)
            .Narrowed(headOutputs, narrowSumChannels);
    }

    public int History => _layers.Sum(static layer => layer.History) + _head.History;

    /// <summary>The head sum starts at the preceding array's head output, or at zero.</summary>
    public (double[][] Residual, double[][] Head) Process(double[][] y, double[][] condition, double[][]? head)
    {
        var residual = _rechannel.Process(y);
        foreach (var layer in _layers)
        {
            (residual, var output) = layer.Process(residual, condition);
            head = head is null ? output : Signals.Sum(head, output);
        }

        return (residual, _head.Process(head!));
    }
}
