using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>LSTM ('.nam' section 4).</summary>
public sealed class OracleLstm : OracleNet
{
    private readonly List<Layer> _layers = [];
    private readonly double[][] _head;
    private readonly double[] _headBias;

    public OracleLstm(LstmConfig config, WeightCursor weights, double? sampleRateHz)
    {
        PrewarmSamples = sampleRateHz is { } rate ? (int)(0.5 * rate) : 1;
        var inputs = config.InputSize;
        for (var i = 0; i < config.Layers; i++)
        {
            _layers.Add(new Layer(inputs, config.HiddenSize, weights));
            inputs = config.HiddenSize;
        }

        _head = [.. Enumerable.Range(0, config.OutputChannels).Select(_ => weights.Next(config.HiddenSize))];
        _headBias = weights.Next(config.OutputChannels);
    }

    /// <summary>Half a second, or a single sample when the rate is unknown ('.nam' section 9).</summary>
    public override int PrewarmSamples { get; }

    public override double[][] Process(double[][] input)
    {
        var states = _layers.ConvertAll(static layer => (Hidden: layer.InitialHidden, Cell: layer.InitialCell));
        var output = _head.Select(_ => new double[input[0].Length]).ToArray();
        if (_layers.Count == 0)
            return PassThrough(input, output);
        for (var t = 0; t < input[0].Length; t++)
        {
            var x = input.Select(plane => plane[t]).ToArray();
            for (var i = 0; i < _layers.Count; i++)
            {
                states[i] = _layers[i].Step(x, states[i].Hidden, states[i].Cell);
                x = states[i].Hidden;
            }

            for (var row = 0; row < output.Length; row++)
                output[row][t] = Dot(_head[row], x) + _headBias[row];
        }

        return output;
    }

    // Without layers the input is handed on, past the head.
    private static double[][] PassThrough(double[][] input, double[][] output)
    {
        for (var channel = 0; channel < Math.Min(input.Length, output.Length); channel++)
            output[channel] = input[channel];
        return output;
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, static (a, b) => a * b).Sum();

    private sealed class Layer(int inputs, int hidden, WeightCursor weights)
    {
        private readonly double[][] _matrix = [.. Enumerable.Range(0, 4 * hidden).Select(_ => weights.Next(inputs + hidden))];
        private readonly double[] _bias = weights.Next(4 * hidden);

        public double[] InitialHidden { get; } = weights.Next(hidden);

        public double[] InitialCell { get; } = weights.Next(hidden);

        public (double[] Hidden, double[] Cell) Step(double[] x, double[] previousHidden, double[] previousCell)
        {
            double[] columns = [.. x, .. previousHidden];
            var gates = _matrix.Select((row, index) => Dot(row, columns) + _bias[index]).ToArray();
            var nextHidden = new double[hidden];
            var nextCell = new double[hidden];
            for (var unit = 0; unit < hidden; unit++)
            {
                var (i, f, g, o) = (gates[unit], gates[hidden + unit], gates[2 * hidden + unit], gates[3 * hidden + unit]);
                nextCell[unit] = OracleActivation.Sigmoid(f) * previousCell[unit] + OracleActivation.Sigmoid(i) * Math.Tanh(g);
                nextHidden[unit] = OracleActivation.Sigmoid(o) * Math.Tanh(nextCell[unit]);
            }

            return (nextHidden, nextCell);
        }
    }
}
