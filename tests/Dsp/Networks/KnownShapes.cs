using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Networks;

/// <summary>The shapes that captures in the wild have ('.nam' section 3.7), with weights made up here.</summary>
public static class KnownShapes
{
    private static readonly int[] Octaves = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    private static readonly int[] A2Dilations = [1, 3, 7, 17, 41, 101, 239];

    public static IEnumerable<string> Names { get; } = ["A1 standard", "A1 lite", "A1 feather", "A1 nano", "A2 full", "A2 lite"];

    /// <summary>The model of that name; the caller owns it.</summary>
    public static NamModel Of(string name) => WithWeights(name switch
    {
        "A1 standard" => A1(16, Octaves, 8, Octaves),
        "A1 lite" => A1(12, Octaves[..7], 6, [.. Octaves[7..], .. Octaves]),
        "A1 feather" => A1(8, Octaves[..7], 4, [.. Octaves[7..], .. Octaves]),
        "A1 nano" => A1(4, Octaves[..7], 2, [.. Octaves[7..], .. Octaves]),
        "A2 full" => A2(8),
        "A2 lite" => A2(3),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    });

    /// <summary>The A2 shape with a list of widths, 1 to <paramref name="channels"/> channels, and the plain head which that asks for.</summary>
    public static NamModel SlimmableA2(int channels)
    {
        var config = A2(channels);
        return WithWeights(config with { Arrays = [config.Arrays[0] with { AllowedChannels = [.. Enumerable.Range(1, channels)], Head = new HeadConfig(1, KernelSize: 1, Bias: true, Dilation: 1) }] });
    }

    /// <summary>One array of two layers with a list of widths, 1 to <paramref name="channels"/> channels.</summary>
    public static NamModel SlimmableNano(int channels) => WithWeights(new WaveNetConfig
    {
        InputChannels = 1,
        OutputChannels = 1,
        Arrays = [A1Array(inputSize: 1, channels, headSize: 1, headBias: true, [1, 2]) with { AllowedChannels = [.. Enumerable.Range(1, channels)] }],
    });

    /// <summary>An LSTM that forgets: its weights are too small for it to sustain itself.</summary>
    public static NamModel ForgetfulLstm(int hiddenSize) =>
        WithWeights(new LstmConfig { InputChannels = 1, OutputChannels = 1, Layers = 1, InputSize = 1, HiddenSize = hiddenSize });

    private static NamModel WithWeights(ModelConfig config)
    {
        Assert.Null(ShapeRules.FirstViolation(config, sampleRateHz: 48000));
        var random = new Random(1);
        var weights = new NativeBuffer<float>((int)WeightCount.Of(config));
        // Some four weights deep of unit gain, as a trained network has; each width of it is alive.
        foreach (ref var weight in weights.Span)
            weight = 0.6f * (random.NextSingle() - 0.5f);
        return new NamModel { Version = FileVersion.Newest, Config = config, SampleRateHz = 48000, Weights = weights };
    }

    private static WaveNetConfig A1(int channels, int[] dilations, int nextChannels, int[] nextDilations) => new()
    {
        InputChannels = 1,
        OutputChannels = 1,
        Arrays =
        [
            A1Array(inputSize: 1, channels, headSize: nextChannels, headBias: false, dilations),
            A1Array(inputSize: channels, nextChannels, headSize: 1, headBias: true, nextDilations),
        ],
    };

    private static LayerArrayConfig A1Array(int inputSize, int channels, int headSize, bool headBias, int[] dilations) => new()
    {
        InputSize = inputSize,
        ConditionSize = 1,
        Channels = channels,
        Bottleneck = channels,
        Layers = [.. dilations.Select(static dilation => Layer(kernel: 3, dilation, ActivationKind.Tanh))],
        Head = new HeadConfig(headSize, KernelSize: 1, headBias, Dilation: 1),
        Films = NoFilms,
    };

    private static WaveNetConfig A2(int channels)
    {
        LayerConfig[] layers =
        [
            .. A2Dilations.Concat(A2Dilations).Select(static dilation => Layer(6, dilation, ActivationKind.LeakyReLU)),
            Layer(15, 1, ActivationKind.LeakyReLU),
            Layer(15, 13, ActivationKind.LeakyReLU),
            .. A2Dilations.Select(static dilation => Layer(6, dilation, ActivationKind.LeakyReLU)),
        ];
        return new WaveNetConfig
        {
            InputChannels = 1,
            OutputChannels = 1,
            Arrays =
            [
                new LayerArrayConfig
                {
                    InputSize = 1,
                    ConditionSize = 1,
                    Channels = channels,
                    Bottleneck = channels,
                    Layers = [.. layers],
                    Head = new HeadConfig(1, KernelSize: 16, Bias: true, Dilation: 1),
                    Films = NoFilms,
                },
            ],
        };
    }

    private static ImmutableArray<FilmConfig> NoFilms { get; } = [.. Enumerable.Repeat(FilmConfig.Inactive, LayerArrayConfig.FilmSlotCount)];

    private static LayerConfig Layer(int kernel, int dilation, ActivationKind activation) =>
        new(kernel, dilation, GatingMode.None, Activation.WithDefaults(activation), Activation.Of(ActivationKind.Sigmoid));
}
