using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>WaveNet ('.nam' section 3), narrowed if asked for (section 8).</summary>
public sealed class OracleWaveNet : OracleNet
{
    private readonly OracleNet? _condition;
    private readonly List<OracleLayerArray> _arrays = [];
    private readonly List<OracleConvolution> _postHead = [];
    private readonly Activation _postHeadActivation;
    private readonly double _headScale;

    public OracleWaveNet(WaveNetConfig config, WeightCursor weights, double? width)
    {
        _condition = config.ConditionDsp is { } condition ? Of(condition) : null;
        var widths = config.Arrays.Select(array => OracleWidth.Of(array, width)).ToArray();
        for (var i = 0; i < widths.Length; i++)
        {
            var inputs = i == 0 ? config.Arrays[i].InputSize : widths[i - 1].Channels;
            var headOutputs = i == widths.Length - 1 ? config.Arrays[i].Head.OutChannels : widths[i + 1].Channels;
            _arrays.Add(new OracleLayerArray(config.Arrays[i], widths[i], inputs, headOutputs, weights));
        }

        if (config.PostHead is { } head)
        {
            _postHeadActivation = head.Activation;
            var inputs = config.Arrays[^1].Head.OutChannels;
            for (var i = 0; i < head.KernelSizes.Length; i++)
            {
                var outputs = i == head.KernelSizes.Length - 1 ? head.OutChannels : head.Channels;
                _postHead.Add(weights.NextConvolution(inputs, outputs, head.KernelSizes[i]));
                inputs = outputs;
            }
        }

        _headScale = weights.Next();
    }

    public override int PrewarmSamples =>
        _arrays.Sum(static array => array.History) + _postHead.Sum(static block => block.History) + (_condition?.PrewarmSamples ?? 1);

    public override double[][] Process(double[][] input)
    {
        var condition = _condition?.Process(input) ?? input;
        var y = input;
        double[][]? head = null;
        foreach (var array in _arrays)
            (y, head) = array.Process(y, condition, head);

        var output = Signals.Map(head!, (_, sample) => _headScale * sample);
        foreach (var block in _postHead)
            output = block.Process(OracleActivation.Apply(_postHeadActivation, output));
        return output;
    }
}
