using System.Collections.Immutable;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// Every width of a model, lowered and packed, ready to sound: what a loaded capture is to the audio engine. Immutable, so instances share it.
/// </summary>
public sealed class ModelVariants : IDisposable
{
    private ModelVariants(WidthMap map, ImmutableArray<ModelVariant> variants, double sampleRateHz)
    {
        Map = map;
        Variants = variants;
        SampleRateHz = sampleRateHz;
    }

    /// <summary>Which width selects which variant.</summary>
    public WidthMap Map { get; }

    /// <summary>From the narrowest to the full model.</summary>
    public ImmutableArray<ModelVariant> Variants { get; }

    /// <summary>The rate the model runs at.</summary>
    public double SampleRateHz { get; }

    /// <summary>Channels of the input, the same for every variant.</summary>
    public int InputChannels => Variants[^1].Program.InputChannels;

    /// <summary>Channels of the output, the same for every variant.</summary>
    public int OutputChannels => Variants[^1].Program.OutputChannels;

    /// <summary>Lowers and packs every width. The model may be disposed afterwards. [main-thread]</summary>
    public static ModelVariants Compile(NamModel model, LaneWidth lanes)
    {
        var map = WidthMap.Of(model);
        var variants = Enumerable.Range(0, map.Count).Select(variant => CompileVariant(model, map, variant, lanes));
        return new ModelVariants(map, [.. variants], model.EffectiveSampleRateHz);
    }

    /// <summary>Frees every program. [main-thread]</summary>
    public void Dispose()
    {
        foreach (var variant in Variants)
            variant.Program.Dispose();
    }

    private static ModelVariant CompileVariant(NamModel model, WidthMap map, int variant, LaneWidth lanes)
    {
        switch (model.Config)
        {
            case ContainerConfig container:
                return CompileModel(container.Submodels[variant].Model, lanes);
            case WaveNetConfig { IsSlimmable: true } wavenet when variant < map.Count - 1:
                using (var slice = WaveNetSlicer.Slice(model, map.ChannelsOf(wavenet, variant).AsSpan()))
                    return CompileModel(slice, lanes);
            default:
                return CompileModel(model, lanes);
        }
    }

    private static ModelVariant CompileModel(NamModel model, LaneWidth lanes)
    {
        using var plan = PlanCompiler.Lower(model);
        return new ModelVariant(ChannelsOf(model.Config), plan.MacsPerSample, NetworkProgram.Compile(plan, lanes));
    }

    private static ImmutableArray<int> ChannelsOf(ModelConfig config) => config switch
    {
        WaveNetConfig wavenet => [.. wavenet.Arrays.Select(static array => array.Channels)],
        ConvNetConfig convnet => [convnet.Channels],
        LstmConfig lstm => [.. Enumerable.Repeat(lstm.HiddenSize, lstm.Layers)],
        ContainerConfig container => ChannelsOf(container.Submodels[^1].Model.Config),
        _ => [],
    };
}
