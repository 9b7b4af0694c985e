using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Tests.Networks;
using NamPlugin.Dsp.Tests.Oracle;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>From a width to what sounds, as sections 7 and 8 of the format say.</summary>
public sealed class WidthMapTests
{
    [Fact]
    public void Every_width_selects_the_channels_of_the_formula_to_the_last_bit()
    {
        for (var count = 1; count <= 64; count++)
        {
            using var model = KnownShapes.SlimmableNano(count);
            var map = WidthMap.Of(model);
            Assert.Equal(count, map.Count);
            for (var index = 0; index <= count; index++)
            {
                var edge = (double)index / count;
                foreach (var width in (double[])[edge, Math.BitIncrement(edge), Math.BitDecrement(edge), edge + 0.4 / count])
                    Assert.Equal(Math.Clamp((int)Math.Floor(width * count), 0, count - 1), map.VariantFor(width));
            }
        }
    }

    [Fact]
    public void Arrays_with_different_lists_each_follow_their_own()
    {
        var cases =
            from model in RandomWaveNets.Slimmable(inputs: 1, outputs: 1, rate: null)
            from widths in Gen.ArrayOf(Gen.Choose(-100, 1100).Select(static thousandths => thousandths / 1000.0), 20)
            select (model, widths);
        Prop.ForAll(cases.ToArbitrary(), static test =>
        {
            using var model = test.model.Build();
            var map = WidthMap.Of(model);
            foreach (var width in test.widths)
            {
                using var slim = FixedWidth.Take(model, map, map.VariantFor(width));
                var expected = ((WaveNetConfig)model.Config).Arrays.Select(array => OracleWidth.Of(array, width));
                Assert.Equal(expected, ((WaveNetConfig)slim.Config).Arrays.Select(static array => new OracleWidth(array.Channels, array.Bottleneck)));
            }
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void A_container_gives_its_first_submodel_above_the_width()
    {
        using var model = TestMaterial.Load("container_mixed");
        var submodels = ((ContainerConfig)model.Config).Submodels;
        var map = WidthMap.Of(model);
        Assert.Equal(submodels.Length, map.Count);
        foreach (var bound in submodels.Select(static submodel => submodel.MaxValue).Append(0).Append(0.5))
        {
            foreach (var width in (double[])[bound, Math.BitDecrement(bound), Math.BitIncrement(bound)])
            {
                var expected = submodels.TakeWhile(submodel => width >= submodel.MaxValue).Count();
                Assert.Equal(Math.Min(expected, submodels.Length - 1), map.VariantFor(width));
            }
        }
    }

    [Theory]
    [InlineData("slim_default4")]
    [InlineData("container_mixed")]
    [InlineData("lstm_2x6")]
    public void Widths_out_of_range_are_clamped_and_no_number_means_full(string name)
    {
        using var model = TestMaterial.Load(name);
        var map = WidthMap.Of(model);

        Assert.Equal(map.VariantFor(0), map.VariantFor(-0.5));
        Assert.Equal(0, map.VariantFor(double.NegativeInfinity));
        Assert.Equal(map.Count - 1, map.VariantFor(1));
        Assert.Equal(map.Count - 1, map.VariantFor(7));
        Assert.Equal(map.Count - 1, map.VariantFor(double.PositiveInfinity));
        Assert.Equal(map.Count - 1, map.VariantFor(double.NaN));
    }

    [Theory]
    [InlineData("slim_first_array_only")]
    [InlineData("container_mixed")]
    [InlineData("wn_a1_gated")]
    public void Every_variant_has_a_width_that_selects_it_and_breakpoints_between(string name)
    {
        using var model = TestMaterial.Load(name);
        var map = WidthMap.Of(model);

        Assert.Equal(map.Count - 1, map.Breakpoints.Length);
        for (var variant = 0; variant < map.Count; variant++)
            Assert.Equal(variant, map.VariantFor(map.WidthFor(variant)));
        for (var i = 0; i < map.Breakpoints.Length; i++)
        {
            Assert.Equal(i + 1, map.VariantFor(map.Breakpoints[i]));
            Assert.Equal(i, map.VariantFor(Math.BitDecrement(map.Breakpoints[i])));
        }
    }
}
