using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Resampling;

public sealed unsafe class ResampledNetworkTests
{
    [Theory]
    [MemberData(nameof(RatePairs.All), MemberType = typeof(RatePairs))]
    public void The_pass_band_is_flat_and_delayed_by_the_reported_latency(int hostHz, int networkHz)
    {
        using var network = new ResampledNetwork(new Wire(), networkHz, hostHz);
        var passEdgeHz = Math.Min(20_000, 0.45 * Math.Min(hostHz, networkHz));
        foreach (var share in new[] { 0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 1 })
        {
            var frequency = share * passEdgeHz / hostHz;
            var settled = 2 * network.LatencySamples;
            var y = Process(network, Sine.Cosine(frequency, settled + 2000));
            var (amplitude, _) = Sine.Fit(y, frequency, settled, y.Length);

            Assert.InRange(Sine.Db(amplitude.Magnitude), -0.05, 0.05);
            if (share >= 0.1)
            {
                var expected = -2 * Math.PI * Math.IEEERemainder(frequency * network.LatencySamples, 1);
                var lag = Math.IEEERemainder(expected - amplitude.Phase, 2 * Math.PI) / (2 * Math.PI * frequency);
                Assert.InRange(lag, -1e-3, 1e-3);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RatePairs.Falling), MemberType = typeof(RatePairs))]
    public void What_the_network_cannot_hear_does_not_come_back(int hostHz, int networkHz)
    {
        using var network = new ResampledNetwork(new Wire(), networkHz, hostHz);
        foreach (var share in new[] { 0, 0.02, 0.1, 0.3, 0.7, 0.99 })
        {
            var hz = (0.5 * networkHz) + (share * 0.5 * (hostHz - networkHz));
            var settled = 2 * network.LatencySamples;
            var y = Process(network, Sine.Cosine(hz / hostHz, settled + 2000));

            Assert.InRange(Sine.Db(Math.Sqrt(2) * Rms(y.AsSpan(settled))), double.NegativeInfinity, -100);
        }
    }

    [Theory]
    [MemberData(nameof(RatePairs.All), MemberType = typeof(RatePairs))]
    public void Nothing_appears_beside_a_sine(int hostHz, int networkHz)
    {
        using var network = new ResampledNetwork(new Wire(), networkHz, hostHz);
        foreach (var share in new[] { 0.1, 0.5, 0.8, 0.9, 0.95, 0.99 })
        {
            var frequency = share * 0.5 * Math.Min(hostHz, networkHz) / hostHz;
            var settled = 2 * network.LatencySamples;
            var y = Process(network, Sine.Cosine(frequency, settled + 2000));
            var (_, rest) = Sine.Fit(y, frequency, settled, y.Length);

            Assert.InRange(Sine.Db(Math.Sqrt(2) * rest), double.NegativeInfinity, -100);
        }
    }

    [Theory]
    [InlineData(44_100, 48_000)]
    [InlineData(48_000, 44_100)]
    [InlineData(96_000, 48_000)]
    [InlineData(384_000, 22_050)]
    [InlineData(22_050, 192_000)]
    [InlineData(44_100, 48_001)]
    public void Every_block_partition_gives_the_same_bits(int hostHz, int networkHz)
    {
        const int samples = 6000;
        var x = Noise.White(samples, seed: 1);
        var whole = Process(hostHz, networkHz, x, [samples]);

        Prop.ForAll(BlockSplits.Of(samples), blocks => whole.AsSpan().SequenceEqual(Process(hostHz, networkHz, x, blocks)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    [Theory]
    [InlineData(44_100, 48_000, 137)]
    [InlineData(48_000, 44_100, 149)]
    [InlineData(96_000, 48_000, 164)]
    [InlineData(48_000, 96_000, 82)]
    [InlineData(192_000, 48_000, 328)]
    public void The_latency_of_common_pairs_stays(int hostHz, int networkHz, int samples)
    {
        using var network = new ResampledNetwork(new Wire(), networkHz, hostHz);

        Assert.Equal(samples, network.LatencySamples);
    }

    [Fact]
    public void After_reset_a_network_with_an_offset_is_already_settled()
    {
        using var network = new ResampledNetwork(new Wire(offset: 0.25f, memory: 0.5f), 48_000, 44_100);
        _ = Process(network, Noise.White(1000, seed: 2));
        network.Reset();

        Assert.All(Process(network, new float[500]), static value => Assert.Equal(0.5, value, 1e-5));
    }

    [Fact]
    public void Reset_forgets_the_past_to_the_bit()
    {
        var x = Noise.White(3000, seed: 3);
        using var network = new ResampledNetwork(new Wire(memory: 0.9f), 48_000, 44_100);
        var first = Process(network, x);
        network.Reset();

        Assert.Equal(first, Process(network, x));
    }

    [Fact]
    public void Channels_keep_apart()
    {
        using var pair = new ResampledNetwork(new Wire(channels: 2), 44_100, 48_000);
        using var single = new ResampledNetwork(new Wire(), 44_100, 48_000);
        var planes = new[] { Noise.White(2000, seed: 4), Noise.White(2000, seed: 5) };
        var expected = Process(single, planes[1]);

        Planes.Process(pair, planes, planes, 0, 2000);

        Assert.Equal(expected, planes[1]);
    }

    [Fact]
    public void Processing_and_reset_allocate_nothing()
    {
        using var network = new ResampledNetwork(new Wire(), 48_000, 44_100);
        var x = new float[3000];

        Assert.Equal(0, Allocations.During(() =>
        {
            fixed (float* plane = x)
            {
                var planes = plane;
                network.Process(&planes, &planes, 3000);
                network.Reset();
            }
        }));
    }

    [Fact]
    public void The_inner_network_is_disposed_with_it()
    {
        var wire = new Wire();
        new ResampledNetwork(wire, 48_000, 44_100).Dispose();

        Assert.True(wire.IsDisposed);
    }

    private static float[] Process(int hostHz, int networkHz, float[] x, int[] blocks)
    {
        using var network = new ResampledNetwork(new Wire(memory: 0.7f), networkHz, hostHz);
        return Process(network, x, blocks);
    }

    private static float[] Process(ResampledNetwork network, float[] x, int[]? blocks = null)
    {
        var y = (float[])x.Clone();
        BlockSplits.Run(blocks ?? [x.Length], (offset, count) =>
        {
            fixed (float* plane = y)
            {
                var planes = plane + offset;
                network.Process(&planes, &planes, count);
            }
        });
        return y;
    }

    private static double Rms(ReadOnlySpan<float> y)
    {
        double sum = 0;
        foreach (var value in y)
            sum += (double)value * value;
        return Math.Sqrt(sum / y.Length);
    }
}
