using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>
/// Lowers a model to a <see cref="LayerPlan"/>. This is where shapes turn into operations, once for all consumers. A slimmable model is lowered
/// at full width; for a narrower plan slice the model first. [main-thread]
/// </summary>
public static class PlanCompiler
{
    /// <summary>Lowers a model. For a container, lower one of its submodels.</summary>
    /// <exception cref="NotSupportedException">The model is a container.</exception>
    public static LayerPlan Lower(NamModel model)
    {
        using var builder = new PlanBuilder(model.Weights.Length + 256);
        var input = builder.NewSignal("input", model.Config.InputChannels);
        var result = Lower(model, builder, input, "");
        return builder.Build(input, result.Output, result.ReceptiveFieldSamples, result.PrewarmSamples);
    }

    internal static LoweredModel Lower(NamModel model, PlanBuilder builder, Signal input, string prefix)
    {
        ReadOnlySpan<float> weights = model.Weights.Span;
        return model.Config switch
        {
            WaveNetConfig config => new WaveNetLowering(config, builder, prefix).Lower(weights, input),
            ConvNetConfig config => ConvNetLowering.Lower(config, weights, builder, input, prefix),
            LinearConfig config => LinearLowering.Lower(config, weights, builder, input, prefix),
            LstmConfig config => LstmLowering.Lower(config, weights, builder, input, prefix, LstmPrewarmSamples(model)),
            ContainerConfig container => Lower(container.Submodels[^1].Model, builder, input, prefix),
            _ => throw new NotSupportedException($"{model.Config.Architecture} has no lowering."),
        };
    }

    // Half a second of silence; of unknown rate one sample, which the network rounds up to a whole chunk ('.nam' section 9).
    private static int LstmPrewarmSamples(NamModel model) => model.SampleRateHz is { } rate ? Math.Max(1, (int)(0.5 * rate)) : 1;
}
