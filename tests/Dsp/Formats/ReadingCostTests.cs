using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>A model can be loaded beside running audio: the collector is not called.</summary>
[Collection(nameof(AloneCollection))]
public sealed class ReadingCostTests
{
    private const int MostManagedBytes = 16 << 10;

    [Fact]
    public void Reading_a_capture_of_400_kB_allocates_a_few_kilobytes_and_collects_nothing()
    {
        using var model = A1Standard();
        using var folder = new TemporaryFolder();
        var path = folder["capture.nam"];
        File.WriteAllBytes(path, Indented(NamWriter.Write(model).Span));
        Assert.InRange(new FileInfo(path).Length, 300_000, 500_000);
        ModelFile.Load(path).Dispose();

        var collections = GC.CollectionCount(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ModelFile.Load(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(collections, GC.CollectionCount(0));
        Assert.InRange(allocated, 0, MostManagedBytes);
        ModelComparison.AssertSame(model, read);
        read.Dispose();
    }

    /// <summary>The layout that the trainer gave its files for years: every weight on a line of its own.</summary>
    private static byte[] Indented(ReadOnlySpan<byte> compact)
    {
        var text = System.Text.Encoding.UTF8.GetString(compact);
        return System.Text.Encoding.UTF8.GetBytes(text.Replace(",", ",\n                "));
    }

    private static NamModel A1Standard()
    {
        var random = new Random(1);
        var config = new WaveNetConfig { InputChannels = 1, OutputChannels = 1, Arrays = [Array(1, 16, 8, bias: false), Array(16, 8, 1, bias: true)] };
        var weights = new NativeBuffer<float>((int)WeightCount.Of(config));
        foreach (ref var weight in weights.Span)
            weight = (random.NextSingle() * 2) - 1;
        return new NamModel { Version = new FileVersion(0, 5, 4), Config = config, Weights = weights, SampleRateHz = 48000 };
    }

    private static LayerArrayConfig Array(int inputs, int channels, int headSize, bool bias) => new()
    {
        InputSize = inputs,
        ConditionSize = 1,
        Channels = channels,
        Bottleneck = channels,
        Head = new HeadConfig(headSize, 1, bias, 1),
        Head1x1 = new Head1x1Config(Active: false, channels, 1),
        Layers = [.. Enumerable.Range(0, 10).Select(static octave => new LayerConfig(3, 1 << octave, GatingMode.None, Activation.Of(ActivationKind.Tanh), LayerConfig.DefaultSecondary))],
        Films = [.. Enumerable.Repeat(FilmConfig.Inactive, LayerArrayConfig.FilmSlotCount)],
    };
}
