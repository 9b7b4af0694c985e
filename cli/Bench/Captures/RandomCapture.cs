using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Captures;

/// <summary>
/// Captures of a given shape with random weights: each tensor is scaled by the number of its inputs, so that signals neither die out nor grow on
/// their way through the layers, and the output is about as loud as the input.
/// </summary>
internal static class RandomCapture
{
    // What a layer adds to the residual stream is small beside it, or 23 layers of leaky ReLU would grow by powers.
    private const double ResidualGain = 0.3;

    // tanh loses level from block to block, which nothing bypasses.
    private const double ConvNetGain = 1.6;
    private const double BiasGain = 0.1;

    /// <summary>Draws one; the same shape and seed give the same weights.</summary>
    public static NamModel Of(string name, ModelConfig shape, int seed)
    {
        var weights = new NativeBuffer<float>((int)WeightCount.Of(shape));
        var draw = new Draw(weights, new Random(seed));
        switch (shape)
        {
            case WaveNetConfig waveNet:
                Fill(draw, waveNet);
                break;
            case ConvNetConfig convNet:
                Fill(draw, convNet);
                break;
            case LstmConfig lstm:
                draw.Uniform(0, weights.Length, 1 / Math.Sqrt(lstm.HiddenSize));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }

        return new NamModel
        {
            Version = FileVersion.Newest,
            Config = shape,
            Weights = weights,
            SampleRateHz = 48_000,
            Metadata = new ModelMetadata { Name = name },
        };
    }

    /// <summary>A ConvNet with batch normalisation.</summary>
    public static ConvNetConfig ConvNetShape(int channels, int[] dilations) => new()
    {
        InputChannels = 1,
        OutputChannels = 1,
        Channels = channels,
        Dilations = [.. dilations],
        BatchNorm = true,
        Activation = Activation.Of(ActivationKind.Tanh),
    };

    /// <summary>Stacked LSTM layers.</summary>
    public static LstmConfig LstmShape(int layers, int hidden) => new() { InputChannels = 1, OutputChannels = 1, InputSize = 1, Layers = layers, HiddenSize = hidden };

    private static void Fill(Draw draw, WaveNetConfig shape)
    {
        var tensors = WaveNetTensors.Of(shape);
        foreach (var tensor in tensors.InFileOrder)
            draw.Tensor(tensor, gain: 1);
        var layers = 0;
        foreach (var layer in tensors.Arrays.SelectMany(static array => array.Layers))
        {
            draw.Tensor(layer.Layer1x1!.Value, ResidualGain);
            layers++;
        }

        draw.Set(tensors.HeadScale, 1 / Math.Sqrt(layers));
    }

    // Per block the convolution, then mean, variance, scale and offset of every channel, and epsilon.
    private static void Fill(Draw draw, ConvNetConfig shape)
    {
        var position = 0;
        for (var block = 0; block < shape.Dilations.Length; block++)
        {
            var tensor = new ConvTensor(position, block == 0 ? shape.InputChannels : shape.Channels, shape.Channels, ConvNetConfig.KernelSize, shape.Groups, HasBias: false);
            draw.Tensor(tensor, ConvNetGain);
            draw.Constant(tensor.End, shape.Channels, 0);
            draw.Constant(tensor.End + shape.Channels, 2 * shape.Channels, 1);
            draw.Uniform(tensor.End + (3 * shape.Channels), shape.Channels, BiasGain);
            position = tensor.End + (4 * shape.Channels);
            draw.Set(position++, 1e-5);
        }

        draw.Tensor(new ConvTensor(position, shape.Channels, shape.OutputChannels, Kernel: 1, Groups: 1, HasBias: true), gain: 1);
    }

    private readonly struct Draw(NativeBuffer<float> weights, Random random)
    {
        public void Set(int index, double value) => weights[index] = (float)value;

        public void Constant(int index, int count, float value) => weights.Span.Slice(index, count).Fill(value);

        public void Uniform(int index, int count, double largest)
        {
            for (var i = 0; i < count; i++)
                weights[index + i] = (float)(((2 * random.NextDouble()) - 1) * largest);
        }

        // Inputs of variance 1 give sums of variance gain^2: a uniform distribution up to a has variance a^2 / 3.
        public void Tensor(ConvTensor tensor, double gain)
        {
            Uniform(tensor.Offset, tensor.BiasOffset - tensor.Offset, gain * Math.Sqrt(3.0 / (tensor.GroupInputs * tensor.Kernel)));
            Uniform(tensor.BiasOffset, tensor.End - tensor.BiasOffset, BiasGain * gain);
        }
    }
}
