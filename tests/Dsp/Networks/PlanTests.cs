using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Tests.Golden;

namespace NamPlugin.Dsp.Tests.Networks;

public sealed class PlanTests
{
    private const int HalfMegabyte = 512 * 1024;

    [Theory]
    [InlineData("A1 standard", 13256)]
    [InlineData("A1 lite", 6192)]
    [InlineData("A1 feather", 2792)]
    [InlineData("A1 nano", 728)]
    [InlineData("A2 full", 11712)]
    [InlineData("A2 lite", 1722)]
    public void Known_shapes_cost_what_their_arithmetic_says(string name, long macsPerSample)
    {
        using var model = KnownShapes.Of(name);
        using var plan = PlanCompiler.Lower(model);

        Assert.Equal(macsPerSample, plan.MacsPerSample);
    }

    [Theory]
    [InlineData("A1 standard", 4093)]
    [InlineData("A1 nano", 4093)]
    [InlineData("A2 full", 6347)]
    public void Known_shapes_look_back_as_far_as_the_format_says(string name, int samples)
    {
        using var model = KnownShapes.Of(name);
        using var plan = PlanCompiler.Lower(model);

        Assert.Equal(samples, plan.ReceptiveFieldSamples);
    }

    [Fact]
    public void An_instance_of_the_standard_shape_takes_at_most_half_a_megabyte()
    {
        using var model = KnownShapes.Of("A1 standard");
        using var plan = PlanCompiler.Lower(model);
        foreach (var lanes in LaneWidths.Supported)
        {
            using var program = NetworkProgram.Compile(plan, lanes);
            Assert.InRange(program.StateBytes, 1, HalfMegabyte);
        }
    }

    /// <summary>
    /// A new kind of operation is complete when some golden model lowers to it, its cost is known, and every lane width has a step for it.
    /// </summary>
    [Fact]
    public void Every_kind_of_operation_is_lowered_to_costed_and_computed()
    {
        var kinds = typeof(Operation).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract).ToHashSet();
        var seen = new HashSet<Type>();
        foreach (var model in GoldenModels.LoadAll())
        {
            using var plan = PlanCompiler.Lower(model);
            seen.UnionWith(plan.Operations.Select(static operation => operation.GetType()));
            Assert.All(plan.Operations, static operation => Assert.True(PlanCost.MacsPerSample(operation) >= 0));
            foreach (var lanes in LaneWidths.Supported)
                NetworkProgram.Compile(plan, lanes).Dispose();
            model.Dispose();
        }

        Assert.Equal(kinds.Select(static kind => kind.Name).Order(), seen.Select(static kind => kind.Name).Order());
    }
}
