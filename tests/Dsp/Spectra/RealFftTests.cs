using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Spectra;
using NamPlugin.Dsp.Tests.Signals;

namespace NamPlugin.Dsp.Tests.Spectra;

public sealed unsafe class RealFftTests
{
    public static TheoryData<int> EverySharedSize => [.. Enumerable.Range(4, 13).Select(static bits => 1 << bits)];

    [Theory]
    [MemberData(nameof(EverySharedSize))]
    public void Forward_agrees_with_the_double_precision_transform(int size)
    {
        var x = Noise.White(size, seed: size);

        var error = RelativeError(Forward(x), ReferenceDft.Fast(Widen(x)));

        Assert.InRange(error, 0, 2e-7);
    }

    [Theory]
    [InlineData(1 << 18)]
    [InlineData(1 << 19)]
    public void Forward_agrees_beyond_the_shared_sizes(int size)
    {
        using var fft = new RealFft(size);
        var x = Noise.White(size, seed: 5);

        Assert.InRange(RelativeError(Forward(fft, x), ReferenceDft.Fast(Widen(x))), 0, 2e-7);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(512)]
    public void The_reference_recursion_agrees_with_the_definition(int size)
    {
        var x = Widen(Noise.White(size, seed: 3));
        var (fast, naive) = (ReferenceDft.Fast(x), ReferenceDft.Naive(x));

        Assert.All(Enumerable.Range(0, size), k => Assert.InRange((fast[k] - naive[k]).Magnitude, 0, 1e-11));
    }

    [Theory]
    [MemberData(nameof(EverySharedSize))]
    public void Inverse_returns_the_signal(int size)
    {
        var x = Noise.White(size, seed: 11);
        var fft = RealFft.Shared(size);
        using var planes = new NativeBuffer<float>(4 * fft.PlaneLength);
        var re = planes.Pointer;
        var im = re + fft.PlaneLength;
        var y = new float[size];

        fixed (float* input = x, output = y)
        {
            fft.Forward(input, re, im, im + fft.PlaneLength);
            fft.Inverse(re, im, output, im + fft.PlaneLength);
        }

        var error = Math.Sqrt(x.Zip(y, static (a, b) => Math.Pow(a - b, 2)).Sum() / x.Sum(static a => (double)a * a));
        Assert.InRange(error, 0, 3e-7);
    }

    [Fact]
    public void Energy_is_kept()
    {
        Prop.ForAll(SignalsOfSize(256), static x =>
        {
            var spectrum = Forward(x);
            var energy = spectrum.Select((bin, k) => (k is 0 or 128 ? 1 : 2) * bin.Magnitude * bin.Magnitude).Sum() / 256;
            var expected = x.Sum(static a => (double)a * a);
            return Math.Abs(energy - expected) <= 1e-6 * expected;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_transform_is_linear()
    {
        Prop.ForAll(SignalsOfSize(512), SignalsOfSize(512), static (x, y) =>
        {
            var sum = Forward([.. x.Zip(y, static (a, b) => a + (3 * b))]);
            var expected = Forward(x).Zip(Forward(y), static (a, b) => a + (3 * b)).ToArray();
            return RelativeError(sum, expected) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_delayed_impulse_turns_evenly()
    {
        var x = new float[1024];
        x[5] = 1;
        var spectrum = Forward(x);

        Assert.All(Enumerable.Range(0, 513), k =>
            Assert.InRange((spectrum[k] - Complex.FromPolarCoordinates(1, -2 * Math.PI * 5 * k / 1024)).Magnitude, 0, 1e-6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(48)]
    [InlineData(1 << 24)]
    public void Other_sizes_are_refused(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFft(size));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1 << 17)]
    public void Shared_refuses_other_sizes_too(int size)
    {
        _ = RealFft.Shared(64);
        Assert.Throws<ArgumentOutOfRangeException>(() => RealFft.Shared(size));
    }

    private static Arbitrary<float[]> SignalsOfSize(int size) =>
        Gen.Choose(0, int.MaxValue).Select(seed => Noise.White(size, seed)).ToArbitrary();

    private static Complex[] Forward(float[] x) => Forward(RealFft.Shared(x.Length), x);

    private static Complex[] Forward(RealFft fft, float[] x)
    {
        using var planes = new NativeBuffer<float>(4 * fft.PlaneLength);
        var re = planes.Pointer;
        var im = re + fft.PlaneLength;
        fixed (float* input = x)
            fft.Forward(input, re, im, im + fft.PlaneLength);
        return Bins(fft, re, im);
    }

    private static Complex[] Bins(RealFft fft, float* re, float* im)
    {
        var spectrum = new Complex[fft.BinCount];
        for (var k = 0; k < spectrum.Length; k++)
            spectrum[k] = new Complex(re[k], im[k]);
        return spectrum;
    }

    private static double[] Widen(float[] x) => [.. x.Select(static a => (double)a)];

    private static double RelativeError(Complex[] actual, Complex[] expected)
    {
        double error = 0, power = 0;
        for (var k = 0; k < actual.Length; k++)
        {
            error += Math.Pow((actual[k] - expected[k]).Magnitude, 2);
            power += Math.Pow(expected[k].Magnitude, 2);
        }

        return Math.Sqrt(error / power);
    }
}
