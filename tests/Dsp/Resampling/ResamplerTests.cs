using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Resampling;

public sealed unsafe class ResamplerTests
{
    [Theory]
    [MemberData(nameof(RatePairs.All), MemberType = typeof(RatePairs))]
    public void Sines_up_to_0_45_of_the_lower_rate_stay_in_place(int fromHz, int toHz)
    {
        using var resampler = new Resampler(fromHz, toHz);
        foreach (var share in new[] { 0.1, 0.5, 0.9, 1 })
        {
            var hz = share * 0.45 * Math.Min(fromHz, toHz);
            var y = resampler.Resample(Sine.Cosine(hz / fromHz, InputFor(resampler, 1500)));
            var (amplitude, rest) = Sine.Fit(y, hz / toHz, resampler.RingingSamples, y.Length - resampler.RingingSamples - 1);

            Assert.InRange(Sine.Db(amplitude.Magnitude), -0.01, 0.01);
            Assert.InRange(amplitude.Phase / (2 * Math.PI * hz / toHz), -1e-3, 1e-3);
            Assert.InRange(Sine.Db(Math.Sqrt(2) * rest), double.NegativeInfinity, -100);
        }
    }

    [Theory]
    [MemberData(nameof(RatePairs.Falling), MemberType = typeof(RatePairs))]
    public void Sines_beyond_half_the_new_rate_vanish(int fromHz, int toHz)
    {
        using var resampler = new Resampler(fromHz, toHz);
        foreach (var share in new[] { 0, 0.01, 0.1, 0.5, 0.97 })
        {
            var hz = (0.5 * toHz) + (share * 0.5 * (fromHz - toHz));
            var y = resampler.Resample(Sine.Cosine(hz / fromHz, InputFor(resampler, 1500)));
            var peak = y[resampler.RingingSamples..^(resampler.RingingSamples + 1)].Max(MathF.Abs);

            Assert.InRange(Sine.Db(peak), double.NegativeInfinity, -100);
        }
    }

    [Fact]
    public void A_stream_gives_the_same_bits_as_the_whole()
    {
        using var resampler = new Resampler(44_100, 48_000);
        var x = Noise.White(5000, seed: 1);
        using var stream = resampler.OpenStream(512);
        var y = new List<float>();
        var block = new float[512];
        var pulled = new float[1024];
        for (var taken = 0; y.Count < resampler.OutputLength(x.Length); taken += 300)
        {
            for (var n = 0; n < 300; n++)
                block[n] = taken + n < x.Length ? x[taken + n] : 0;
            fixed (float* input = block, output = pulled)
            {
                stream.Push(input, 300);
                var count = stream.Available;
                stream.Pull(output, count);
                y.AddRange(pulled[..count]);
            }
        }

        Assert.Equal(resampler.Resample(x), y[..resampler.OutputLength(x.Length)]);
    }

    [Theory]
    [InlineData(44_100, 48_000, 44_100, 48_000)]
    [InlineData(48_000, 44_100, 1, 1)]
    [InlineData(96_000, 48_000, 3, 2)]
    [InlineData(44_100, 48_000, 0, 0)]
    public void The_output_covers_the_input(int fromHz, int toHz, int inputLength, int outputLength)
    {
        using var resampler = new Resampler(fromHz, toHz);

        Assert.Equal(outputLength, resampler.Resample(new float[inputLength]).Length);
    }

    [Theory]
    [InlineData(44_100, 96_000)]
    [InlineData(96_000, 44_100)]
    public void Ringing_holds_the_whole_answer_to_an_impulse(int fromHz, int toHz)
    {
        using var resampler = new Resampler(fromHz, toHz);
        var y = resampler.ResampleWithRinging([1f]);

        Assert.Equal(toHz / (double)fromHz, y.Sum(static value => (double)value), 1e-4);
        Assert.Equal(y.Max(), y[resampler.RingingSamples]);
        Assert.InRange(MathF.Abs(y[0]), 0, 1e-4f);
        Assert.InRange(MathF.Abs(y[^1]), 0, 1e-4f);
    }

    [Theory]
    [InlineData(0, 48_000)]
    [InlineData(48_000, -1)]
    public void Impossible_rates_are_refused(int fromHz, int toHz) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(fromHz, toHz));

    /// <summary>An input long enough that the given number of outputs is free of the recording's ends.</summary>
    private static int InputFor(Resampler resampler, int settledSamples) =>
        (int)((settledSamples + (2L * resampler.RingingSamples)) * resampler.Ratio.FromHz / resampler.Ratio.ToHz) + 1;
}
