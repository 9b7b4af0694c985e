using System.Collections.Immutable;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Captures;

/// <summary>The WaveNet shapes of the official trainer.</summary>
internal static class WaveNetShape
{
    private const int A1KernelSize = 3;
    private const int A2HeadKernelSize = 16;
    private const int SlimmableKernelSize = 6;

    private static readonly int[] A2Dilations = [1, 3, 7, 17, 41, 101, 239, 1, 3, 7, 17, 41, 101, 239, 1, 13, 1, 3, 7, 17, 41, 101, 239];
    private static readonly int[] A2KernelSizes = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 15, 15, 6, 6, 6, 6, 6, 6, 6];
    private static readonly int[] SlimmableDilations = [1, 5, 29, 97, 227, 1, 5, 29, 97, 227, 1, 5, 29, 97, 227];

    /// <summary>Two arrays, the second half as wide as the first.</summary>
    public static WaveNetConfig A1(int channels, int[] first, int[] second) => Of(
        Array(1, channels, Layers(first, ActivationKind.Tanh), new HeadConfig(channels / 2, KernelSize: 1, Bias: false, Dilation: 1)),
        Array(channels, channels / 2, Layers(second, ActivationKind.Tanh), new HeadConfig(OutChannels: 1, KernelSize: 1, Bias: true, Dilation: 1)));

    /// <summary>One array of 23 layers.</summary>
    public static WaveNetConfig A2(int channels)
    {
        var layers = A2Dilations.Zip(A2KernelSizes, static (dilation, kernelSize) => Layer(kernelSize, dilation, ActivationKind.LeakyReLU));
        return Of(Array(1, channels, [.. layers], new HeadConfig(OutChannels: 1, A2HeadKernelSize, Bias: true, Dilation: 1)));
    }

    /// <summary>One array that may be narrowed.</summary>
    public static WaveNetConfig Slimmable(ImmutableArray<int> allowedChannels)
    {
        var layers = SlimmableDilations.Select(static dilation => Layer(SlimmableKernelSize, dilation, ActivationKind.LeakyReLU));
        return Of(Array(1, allowedChannels[^1], [.. layers], new HeadConfig(OutChannels: 1, KernelSize: 1, Bias: true, Dilation: 1)) with { AllowedChannels = allowedChannels });
    }

    private static WaveNetConfig Of(params ImmutableArray<LayerArrayConfig> arrays) => new() { InputChannels = 1, OutputChannels = 1, Arrays = arrays };

    private static ImmutableArray<LayerConfig> Layers(int[] dilations, ActivationKind activation) =>
        [.. dilations.Select(dilation => Layer(A1KernelSize, dilation, activation))];

    private static LayerConfig Layer(int kernelSize, int dilation, ActivationKind activation) =>
        new(kernelSize, dilation, GatingMode.None, Activation.WithDefaults(activation), LayerConfig.DefaultSecondary);

    private static LayerArrayConfig Array(int inputs, int channels, ImmutableArray<LayerConfig> layers, HeadConfig head) => new()
    {
        InputSize = inputs,
        ConditionSize = 1,
        Channels = channels,
        Bottleneck = channels,
        Layers = layers,
        Head = head,
        Head1x1 = new Head1x1Config(Active: false, channels, Groups: 1),
        Films = [.. Enumerable.Repeat(FilmConfig.Inactive, LayerArrayConfig.FilmSlotCount)],
    };
}
