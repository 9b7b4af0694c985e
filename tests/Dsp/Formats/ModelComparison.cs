using System.Runtime.InteropServices;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Compares models field by field and weights bit by bit; the records alone compare lists by reference.</summary>
internal static class ModelComparison
{
    public static void AssertSame(NamModel expected, NamModel actual, bool withMetadata = true)
    {
        Assert.Equal(expected.Version, actual.Version);
        Assert.Equal(expected.SampleRateHz, actual.SampleRateHz);
        if (withMetadata)
            Assert.Equal(expected.Metadata, actual.Metadata);
        AssertSameWeights(expected, actual);
        AssertSame(expected.Config, actual.Config, withMetadata);
    }

    private static void AssertSameWeights(NamModel expected, NamModel actual)
    {
        Assert.Equal(expected.Weights.Length, actual.Weights.Length);
        Assert.True(MemoryMarshal.AsBytes(expected.Weights.Span).SequenceEqual(MemoryMarshal.AsBytes(actual.Weights.Span)), "the weights differ");
    }

    private static void AssertSame(ModelConfig expected, ModelConfig actual, bool withMetadata)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.InputChannels, actual.InputChannels);
        Assert.Equal(expected.OutputChannels, actual.OutputChannels);
        switch (expected, actual)
        {
            case (WaveNetConfig a, WaveNetConfig b):
                AssertSame(a, b, withMetadata);
                break;
            case (ConvNetConfig a, ConvNetConfig b):
                Assert.Equal(a.Dilations.AsEnumerable(), b.Dilations);
                Assert.Equal(a with { Dilations = default }, b with { Dilations = default });
                break;
            case (ContainerConfig a, ContainerConfig b):
                Assert.Equal(a.Submodels.Length, b.Submodels.Length);
                foreach (var (first, second) in a.Submodels.Zip(b.Submodels))
                {
                    Assert.Equal(first.MaxValue, second.MaxValue);
                    AssertSame(first.Model, second.Model, withMetadata);
                }

                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }

    private static void AssertSame(WaveNetConfig expected, WaveNetConfig actual, bool withMetadata)
    {
        Assert.Equal(expected.Arrays.Length, actual.Arrays.Length);
        foreach (var (first, second) in expected.Arrays.Zip(actual.Arrays))
            AssertSame(first, second);
        Assert.Equal(expected.PostHead is null, actual.PostHead is null);
        if (expected.PostHead is { } head && actual.PostHead is { } other)
        {
            Assert.Equal(head.KernelSizes.AsEnumerable(), other.KernelSizes);
            Assert.Equal(head with { KernelSizes = default }, other with { KernelSizes = default });
        }

        Assert.Equal(expected.ConditionDsp is null, actual.ConditionDsp is null);
        if (expected.ConditionDsp is { } condition)
            AssertSame(condition, actual.ConditionDsp!, withMetadata);
    }

    private static void AssertSame(LayerArrayConfig expected, LayerArrayConfig actual)
    {
        Assert.Equal(expected.Layers.AsEnumerable(), actual.Layers);
        Assert.Equal(expected.Films.AsEnumerable(), actual.Films);
        Assert.Equal(expected.IsSlimmable, actual.IsSlimmable);
        if (expected.IsSlimmable)
            Assert.Equal(expected.AllowedChannels.AsEnumerable(), actual.AllowedChannels);
        Assert.Equal(WithoutLists(expected), WithoutLists(actual));
    }

    private static LayerArrayConfig WithoutLists(LayerArrayConfig array) => array with { Layers = default, Films = default, AllowedChannels = default };
}
