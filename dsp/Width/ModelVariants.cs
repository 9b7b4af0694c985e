using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;

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
        var variants = new ModelVariant[map.Count];
        for (var variant = 0; variant < variants.Length; variant++)
            variants[variant] = CompileVariant(model, map, variant, lanes);
        return new ModelVariants(map, ImmutableCollectionsMarshal.AsImmutableArray(variants), model.EffectiveSampleRateHz);
    }

    /// <summary>Frees every program. [main-thread]</summary>
    public void Dispose()
    {
        foreach (var variant in Variants)
            variant.Program.Dispose();
    }

    private static ModelVariant CompileVariant(NamModel model, WidthMap map, int variant, LaneWidth lanes)
    {
        using var width = ModelWidth.Lower(model, map, variant);
        return ModelVariant.Compile(width, lanes);
    }
}
