using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Convolution;

public sealed unsafe class FirFilterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Agrees_with_the_sum_in_double_precision(int tapCount)
    {
        var taps = Noise.White(tapCount, seed: tapCount);
        var x = Noise.White(3000, seed: 1);

        var y = Filter(taps, x, [3000]);

        var peak = y.Max(MathF.Abs);
        Assert.All(Enumerable.Range(0, x.Length), t => Assert.InRange(Math.Abs(y[t] - ReferenceConvolution.At(taps, x, t)) / peak, 0, 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(700)]
    public void Every_block_partition_gives_the_same_bits(int tapCount)
    {
        var taps = Noise.White(tapCount, seed: 9);
        var x = Noise.White(5000, seed: 2);
        var whole = Filter(taps, x, [5000]);

        Prop.ForAll(BlockSplits.Of(5000), blocks => whole.AsSpan().SequenceEqual(Filter(taps, x, blocks)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Reset_forgets_the_past()
    {
        var x = Noise.White(1000, seed: 3);
        using var filter = new FirFilter(Noise.White(90, seed: 4));
        var first = new float[1000];
        var second = new float[1000];

        fixed (float* input = x, a = first, b = second)
        {
            filter.Process(input, a, 1000);
            filter.Reset();
            filter.Process(input, b, 1000);
        }

        Assert.Equal(first, second);
    }

    [Fact]
    public void Processing_and_reset_allocate_nothing()
    {
        using var filter = new FirFilter(new float[300]);
        var x = new float[2000];

        Assert.Equal(0, Allocations.During(() =>
        {
            fixed (float* plane = x)
            {
                filter.Process(plane, plane, 2000);
                filter.Reset();
            }
        }));
    }

    [Fact]
    public void No_taps_are_refused() => Assert.Throws<ArgumentException>(static () => new FirFilter([]));

    private static float[] Filter(float[] taps, float[] x, int[] blocks)
    {
        using var filter = new FirFilter(taps);
        var y = (float[])x.Clone();
        BlockSplits.Run(blocks, (offset, count) =>
        {
            fixed (float* plane = y)
                filter.Process(plane + offset, plane + offset, count);
        });
        return y;
    }
}
