namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>y[o][t] = b[o] + sum over k and i of w[o][i][k] * x[i][t - d (K - 1 - k)] ('.nam' section 2). Weights that a grouping leaves out are zero.</summary>
public sealed class OracleConvolution(double[][][] weights, double[] biases, int dilation)
{
    /// <summary>How many samples back it reaches.</summary>
    public int History => dilation * (weights[0][0].Length - 1);

    public double[][] Process(double[][] x)
    {
        var y = new double[weights.Length][];
        for (var output = 0; output < y.Length; output++)
        {
            y[output] = new double[x[0].Length];
            for (var t = 0; t < x[0].Length; t++)
                y[output][t] = At(x, output, t);
        }

        return y;
    }

    /// <summary>The leading slice, which is all that a narrower network keeps ('.nam' section 8).</summary>
    public OracleConvolution Narrowed(int outputs, int inputs) =>
        new([.. weights.Take(outputs).Select(row => row.Take(inputs).ToArray())], [.. biases.Take(outputs)], dilation);

    private double At(double[][] x, int output, int t)
    {
        var sum = biases[output];
        for (var input = 0; input < weights[output].Length; input++)
        {
            var taps = weights[output][input];
            for (var tap = 0; tap < taps.Length; tap++)
            {
                var time = t - dilation * (taps.Length - 1 - tap);
                if (time >= 0)
                    sum += taps[tap] * x[input][time];
            }
        }

        return sum;
    }
}
