using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests.Chain;

/// <summary>A <see cref="SignalChain"/> at 48 kHz that takes and gives arrays.</summary>
internal sealed unsafe class ChainUnderTest : IDisposable
{
    public const double Rate = 48_000.0;

    public ChainUnderTest(ChainSettings? settings = null, AudioNetwork? model = null, AudioNetwork? rightModel = null, ModelMetadata? metadata = null)
    {
        Chain.Prepare(Rate, 1000);
        Chain.SetModel(model, rightModel, metadata ?? ModelMetadata.Empty);
        Chain.Apply(settings ?? new ChainSettings());
    }

    public SignalChain Chain { get; } = new();

    public float[] Mono(float[] input, params int[] sizes) => Run([input], 1, sizes)[0];

    public float[][] Stereo(float[] left, float[] right, params int[] sizes) => Run([left, right], 2, sizes);

    public float[][] Run(float[][] input, int outputChannels, params int[] sizes)
    {
        var frames = input[0].Length;
        float[][] output = [.. Enumerable.Range(0, outputChannels).Select(_ => new float[frames])];
        if (sizes.Length == 0)
            sizes = [frames];
        fixed (float* in0 = input[0], in1 = input[^1], out0 = output[0], out1 = output[^1])
        {
            var x = stackalloc float*[2];
            var y = stackalloc float*[2];
            var done = 0;
            for (var block = 0; done < frames; block++)
            {
                var size = Math.Min(sizes[block % sizes.Length], frames - done);
                x[0] = in0 + done;
                x[1] = in1 + done;
                y[0] = out0 + done;
                y[1] = out1 + done;
                Chain.Process(x, input.Length, y, outputChannels, size);
                done += size;
            }
        }
        return output;
    }

    public void Dispose() => Chain.Dispose();
}
