using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Tests.Oracle;

namespace NamPlugin.Dsp.Tests.Kernels;

/// <summary>The activations of every lane width against their formulas in double precision.</summary>
public sealed class ActivationAccuracyTests
{
    private const double TanhTolerance = 2e-7;

    public static TheoryData<LaneWidth> Lanes() => [.. LaneWidths.Supported];

    public static TheoryData<ActivationKind, LaneWidth> Activations() =>
        [.. from kind in Enum.GetValues<ActivationKind>() from lanes in LaneWidths.Supported select (kind, lanes)];

    public static TheoryData<ActivationKind, LaneWidth> BoundedActivations() =>
        [.. from kind in (ActivationKind[])[ActivationKind.Tanh, ActivationKind.Sigmoid, ActivationKind.Hardtanh] from lanes in LaneWidths.Supported select (kind, lanes)];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Tanh_is_off_by_at_most_2e_7(LaneWidth lanes) => AssertSweep(lanes, ActivationKind.Tanh);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Sigmoid_is_off_by_at_most_2e_7(LaneWidth lanes) => AssertSweep(lanes, ActivationKind.Sigmoid);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Silence_stays_silent(LaneWidth lanes) =>
        Assert.Equal([0f, 0f], Pointwise.Apply(lanes, Activation.Of(ActivationKind.Tanh), [0f, -0f]));

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Tanh_never_exceeds_one(LaneWidth lanes)
    {
        foreach (var x in Sweep(BitConverter.SingleToInt32Bits(4f), BitConverter.SingleToInt32Bits(float.MaxValue), step: 4099))
            Assert.All(Pointwise.Apply(lanes, Activation.Of(ActivationKind.Tanh), x), static y => Assert.InRange(y, -1f, 1f));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_follows_its_formula(ActivationKind kind, LaneWidth lanes)
    {
        var random = new Random(1);
        float[] x = [0, -0f, 1, -1, 3, -3, 20, -20, float.Epsilon, 1e-20f, .. Enumerable.Range(0, 50_000).Select(_ => 24 * random.NextSingle() - 12)];
        var activation = kind == ActivationKind.LeakyHardtanh ? new Activation(kind, [-0.7f, 1.2f, 0.25f, -0.1f]) : Activation.WithDefaults(kind);

        var y = Pointwise.Apply(lanes, activation, x);

        for (var i = 0; i < x.Length; i++)
        {
            var expected = OracleActivation.Apply(activation, channel: 0, x[i]);
            Assert.True(Math.Abs(y[i] - expected) <= 3e-7 * Math.Max(1, Math.Abs(x[i])), $"{kind}({x[i]:r}) is {y[i]:r}, not {expected:r}.");
        }
    }

    [Fact]
    public void The_rational_tanh_is_the_formats_and_not_tanh()
    {
        var y = Pointwise.Apply(LaneWidth.Scalar, Activation.Of(ActivationKind.Fasttanh), [0.5f])[0];

        Assert.Equal(0.4617346, y, 1e-7);
        Assert.True(Math.Abs(y - Math.Tanh(0.5)) > 1e-4);
    }

    [Theory]
    [MemberData(nameof(BoundedActivations))]
    public void Bounded_activations_saturate_on_everything_that_is_not_a_number(ActivationKind kind, LaneWidth lanes)
    {
        var low = kind == ActivationKind.Sigmoid ? 0f : -1f;
        float[] x = [float.PositiveInfinity, float.NegativeInfinity, float.NaN, -float.NaN, float.MaxValue, float.MinValue];

        var y = Pointwise.Apply(lanes, Activation.Of(kind), x);

        foreach (var (expected, actual) in ((float[])[1f, low, low, low, 1f, low]).Zip(y))
            Assert.Equal(expected, actual, 1e-7f);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_value_gives_the_same_bits_in_every_lane(ActivationKind kind, LaneWidth lanes)
    {
        var random = new Random(2);
        var activation = Activation.WithDefaults(kind);
        for (var i = 0; i < 2000; i++)
        {
            var x = new float[(int)lanes];
            for (var lane = 0; lane < x.Length; lane++)
                x[lane] = 20 * random.NextSingle() - 10;
            var y = Pointwise.Apply(lanes, activation, x);
            Assert.Equal(y.Reverse(), Pointwise.Apply(lanes, activation, [.. x.Reverse()]));
        }
    }

    private static void AssertSweep(LaneWidth lanes, ActivationKind kind)
    {
        // Every 64th float that matters, every 4099th below; both signs.
        var activation = Activation.Of(kind);
        var smallest = BitConverter.SingleToInt32Bits(1f / 4096);
        var worst = 0.0;
        foreach (var x in Sweep(0, smallest, step: 4099).Concat(Sweep(smallest, BitConverter.SingleToInt32Bits(20f), step: 64)))
        {
            var y = Pointwise.Apply(lanes, activation, x);
            for (var i = 0; i < x.Length; i++)
                worst = Math.Max(worst, Math.Abs(y[i] - OracleActivation.Apply(activation, channel: 0, x[i])));
        }

        Assert.InRange(worst, 0, TanhTolerance);
    }

    // Floats of both signs whose bits count up from one pattern to another.
    private static IEnumerable<float[]> Sweep(int fromBits, int toBits, int step)
    {
        foreach (var chunk in Enumerable.Range(0, (toBits - fromBits) / step + 1).Select(i => BitConverter.Int32BitsToSingle(fromBits + i * step)).Chunk(1 << 14))
        {
            yield return chunk;
            yield return [.. chunk.Select(static x => -x)];
        }
    }
}
