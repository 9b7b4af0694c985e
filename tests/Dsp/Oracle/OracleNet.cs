using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>
/// A network written down as the format describes it: double precision, whole signals x[channel][time], one plain loop per formula. It shares
/// nothing with the engine but the description of the model, and walks the flat weight list by itself. Slow on purpose.
/// </summary>
public abstract class OracleNet
{
    // The reference prewarms in whole blocks of its largest buffer, which was this when its renders were made.
    private const int PrewarmBlock = 64;

    /// <summary>Silent samples that bring the network into the state in which it is first heard ('.nam' section 9).</summary>
    public abstract int PrewarmSamples { get; }

    /// <summary>The output for an input before which nothing was ever heard, not even silence: every history is zero.</summary>
    public abstract double[][] Process(double[][] input);

    /// <summary>The network of a model. A width narrows a container or a slimmable WaveNet; null leaves it full.</summary>
    public static OracleNet Of(NamModel model, double? width = null)
    {
        var weights = new WeightCursor(model.Weights.Span);
        OracleNet net = model.Config switch
        {
            WaveNetConfig config => new OracleWaveNet(config, weights, width),
            ConvNetConfig config => new OracleConvNet(config, weights),
            LstmConfig config => new OracleLstm(config, weights, model.SampleRateHz),
            LinearConfig config => new OracleLinear(config, weights),
            ContainerConfig config => Of(Submodel(config, width)),
            _ => throw new NotSupportedException(model.Config.Architecture.ToString()),
        };
        weights.AssertExhausted();
        return net;
    }

    /// <summary>The output after the prewarm, sample for sample what a player hears.</summary>
    public double[][] Render(float[][] input)
    {
        var silence = (PrewarmSamples + PrewarmBlock - 1) / PrewarmBlock * PrewarmBlock;
        var padded = input.Select(plane => new double[silence].Concat(plane.Select(static sample => (double)sample)).ToArray()).ToArray();
        return [.. Process(padded).Select(plane => plane[silence..])];
    }

    // Section 7: the first submodel whose bound lies above the width, else the last.
    private static NamModel Submodel(ContainerConfig config, double? width) =>
        (config.Submodels.FirstOrDefault(submodel => width < submodel.MaxValue) ?? config.Submodels[^1]).Model;
}
