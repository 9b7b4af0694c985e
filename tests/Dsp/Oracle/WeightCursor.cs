namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Reads a flat weight list from its first number to its last.</summary>
public sealed class WeightCursor(ReadOnlySpan<float> weights)
{
    private readonly float[] _weights = weights.ToArray();
    private int _position;

    public double Next() => _weights[_position++];

    public double[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>A causal convolution: for each group, output, input and tap one weight; then the biases ('.nam' section 2).</summary>
    public OracleConvolution NextConvolution(int inputs, int outputs, int kernel = 1, int dilation = 1, int groups = 1, bool bias = true)
    {
        var taps = Enumerable.Range(0, outputs).Select(_ => Enumerable.Range(0, inputs).Select(_ => new double[kernel]).ToArray()).ToArray();
        for (var group = 0; group < groups; group++)
        {
            for (var output = 0; output < outputs / groups; output++)
            {
                for (var input = 0; input < inputs / groups; input++)
                {
                    for (var tap = 0; tap < kernel; tap++)
                        taps[group * (outputs / groups) + output][group * (inputs / groups) + input][tap] = Next();
                }
            }
        }

        return new OracleConvolution(taps, bias ? Next(outputs) : new double[outputs], dilation);
    }

    public void AssertExhausted() => Assert.Equal(_weights.Length, _position);
}
