using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Convolution;

public sealed unsafe class PartitionedConvolverTests
{
    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 500)]
    [InlineData(63, 1000)]
    [InlineData(64, 1000)]
    [InlineData(65, 1000)]
    [InlineData(255, 3000)]
    [InlineData(256, 3000)]
    [InlineData(257, 3000)]
    [InlineData(1000, 8000)]
    [InlineData(2048, 8000)]
    [InlineData(9600, 40000)]
    [InlineData(48000, 120000)]
    [InlineData(480000, 600000)]
    public void Agrees_with_the_sum_in_double_precision(int tapCount, int samples)
    {
        var taps = Decaying(tapCount);
        var x = Noise.White(samples, seed: 1);
        using var kernel = new ConvolutionKernel(taps);

        var y = Convolve(kernel, x, [samples]);

        var times = samples <= 8000 ? Enumerable.Range(0, samples) : Enumerable.Range(0, 400).Select(i => (int)((long)(samples - 1) * i / 399));
        var peak = y.Max(MathF.Abs);
        Assert.All(times, t => Assert.InRange(Math.Abs(y[t] - ReferenceConvolution.At(taps, x, t)) / peak, 0, 1e-6));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(449)]
    [InlineData(2000)]
    [InlineData(30000)]
    public void An_impulse_returns_the_taps_without_delay(int tapCount)
    {
        var taps = Noise.White(tapCount, seed: 7);
        var x = new float[tapCount + 100];
        x[0] = 1;
        using var kernel = new ConvolutionKernel(taps);

        var y = Convolve(kernel, x, [x.Length]);

        Assert.All(Enumerable.Range(0, x.Length), t => Assert.Equal(t < tapCount ? taps[t] : 0, y[t], 1e-6));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(700)]
    [InlineData(20000)]
    public void Every_block_partition_gives_the_same_bits(int tapCount)
    {
        const int samples = 12000;
        var x = Noise.White(samples, seed: 3);
        using var kernel = new ConvolutionKernel(Decaying(tapCount));
        var whole = Convolve(kernel, x, [samples]);

        Prop.ForAll(BlockSplits.Of(samples), blocks => whole.AsSpan().SequenceEqual(Convolve(kernel, x, blocks)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Reset_forgets_the_past_to_the_bit()
    {
        var x = Noise.White(70000, seed: 4);
        using var kernel = new ConvolutionKernel(Decaying(20000));
        using var convolver = new PartitionedConvolver(kernel);
        var first = Process(convolver, x);
        convolver.Reset();

        Assert.Equal(first, Process(convolver, x));
    }

    [Fact]
    public void Instances_share_a_kernel_and_nothing_else()
    {
        var (x, other) = (Noise.White(9000, seed: 5), Noise.White(9000, seed: 6));
        using var kernel = new ConvolutionKernel(Decaying(5000));
        using var left = new PartitionedConvolver(kernel);
        using var right = new PartitionedConvolver(kernel);
        var y = new float[9000];

        fixed (float* a = x, b = other, output = y)
        {
            for (var t = 0; t < 9000; t += 100)
            {
                right.Process(b + t, b + t, 100);
                left.Process(a + t, output + t, 100);
            }
        }

        Assert.Equal(Convolve(kernel, x, [9000]), y);
    }

    [Fact]
    public void Recovers_from_a_sample_that_is_not_a_number()
    {
        var x = new float[30000];
        x[100] = float.NaN;
        x[3000] = float.PositiveInfinity;
        using var kernel = new ConvolutionKernel(Decaying(3000));

        var y = Convolve(kernel, x, [30000]);

        Assert.True(float.IsNaN(y[100]));
        Assert.All(y[12000..], static value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(9600)]
    [InlineData(48000)]
    [InlineData(480000)]
    [InlineData(1920000)]
    public void No_slot_does_much_more_work_than_the_mean(int tapCount)
    {
        using var kernel = new ConvolutionKernel(new float[tapCount]);
        var work = Enumerable.Range(0, 256).Select(slot => (double)kernel.MultiplyAddsInSlot(slot)).ToArray();

        Assert.InRange(work.Max() / work.Average(), 1, 1.25);
    }

    [Theory]
    [InlineData(9600, 700)]
    [InlineData(480000, 1100)]
    public void Work_per_sample_is_a_small_part_of_the_direct_sum(int tapCount, int multiplyAddsPerSample)
    {
        using var kernel = new ConvolutionKernel(new float[tapCount]);
        var mean = Enumerable.Range(0, 256).Average(slot => (double)kernel.MultiplyAddsInSlot(slot)) / ConvolutionKernel.SlotSamples;

        Assert.InRange(mean, 64, multiplyAddsPerSample);
    }

    [Fact]
    public void Processing_and_reset_allocate_nothing()
    {
        using var kernel = new ConvolutionKernel(Decaying(20000));
        using var convolver = new PartitionedConvolver(kernel);
        var x = Noise.White(20000, seed: 8);
        _ = Process(convolver, x);

        Assert.Equal(0, Allocations.During(() =>
        {
            fixed (float* plane = x)
            {
                convolver.Reset();
                for (var t = 0; t < 19900; t += 77)
                    convolver.Process(plane + t, plane + t, 77);
            }
        }));
    }

    [Fact]
    public void No_taps_are_refused() => Assert.Throws<ArgumentException>(static () => new ConvolutionKernel([]));

    private static float[] Decaying(int tapCount)
    {
        var taps = Noise.White(tapCount, seed: tapCount);
        for (var i = 0; i < tapCount; i++)
            taps[i] *= MathF.Exp(-4f * i / tapCount);
        return taps;
    }

    private static float[] Convolve(ConvolutionKernel kernel, float[] x, int[] blocks)
    {
        using var convolver = new PartitionedConvolver(kernel);
        return Process(convolver, x, blocks);
    }

    private static float[] Process(PartitionedConvolver convolver, float[] x, int[]? blocks = null)
    {
        var y = new float[x.Length];
        BlockSplits.Run(blocks ?? [x.Length], (offset, count) =>
        {
            fixed (float* input = x, output = y)
                convolver.Process(input + offset, output + offset, count);
        });
        return y;
    }
}
