using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Width;
using NamPlugin.Plugin.Effect;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests;

public sealed class WidthGovernorTests
{
    private static readonly long[] Macs = [100, 300, 600, 1000];

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(4096)]
    public void An_overload_that_lasts_is_answered_within_a_few_blocks(int frames)
    {
        var machine = new SimulatedMachine([0.09, 0.27, 0.54, 0.9], Macs, frames);

        machine.Run(1);

        Assert.Equal(2, machine.Sounding);
        Assert.InRange(Assert.Single(machine.Switches), 0.04, Math.Max(0.2, 3.5 * frames / 48_000));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(4096)]
    public void A_block_that_is_held_up_narrows_nothing(int frames)
    {
        var machine = new SimulatedMachine([0.06, 0.18, 0.36, 0.6], Macs, frames);
        machine.Run(2);
        foreach (var heldUpSeconds in (double[])[0.001, 0.01, 0.1, 1])
        {
            machine.PlayBlock(heldUpSeconds);
            machine.Run(5);
        }

        Assert.Empty(machine.Switches);
    }

    [Fact]
    public void Missed_deadlines_are_answered_at_once()
    {
        var machine = new SimulatedMachine([0.4, 0.6, 0.9, 1.4], Macs, frames: 64);

        machine.Run(0.03);

        Assert.InRange(Assert.Single(machine.Switches), 0.01, 0.02);
    }

    // 0.54 and 0.9 together are far too much, but only for the time of the change.
    [Fact]
    public void A_change_of_width_is_no_overload()
    {
        var machine = new SimulatedMachine([0.09, 0.27, 0.54, 0.9], Macs);
        machine.Run(60);

        Assert.Single(machine.Switches);
        Assert.Equal(2, machine.Sounding);

        machine.WantedWidth = 0;
        machine.Run(5);
        machine.WantedWidth = 1;
        machine.Run(5);

        Assert.Equal(3, machine.Switches.Count);
        Assert.Equal(2, machine.Sounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void When_an_overload_has_passed_the_full_model_comes_back(double slowdown)
    {
        var machine = new SimulatedMachine([0.2, 0.27, 0.35, 0.45], Macs);
        machine.Run(10);
        machine.Slowdown = slowdown;
        machine.Run(10);
        machine.Slowdown = 1;
        machine.Run(10);

        Assert.Equal(3, machine.Sounding);
        Assert.Equal(slowdown == 1, machine.Switches.Count == 0);
    }

    // Too short to be measured at a narrower width: what the full model cost before is all there is to go by.
    [Fact]
    public void After_an_overload_that_passes_during_the_change_the_full_model_comes_back_too()
    {
        var machine = new SimulatedMachine([0.2, 0.27, 0.35, 0.45], Macs);
        machine.Run(10);
        machine.Slowdown = 6;
        machine.Run(0.1);
        machine.Slowdown = 1;
        machine.Run(1);

        Assert.NotEqual(3, machine.Sounding);

        machine.Run(10);

        Assert.Equal(3, machine.Sounding);
        Assert.Equal(2, machine.Switches.Count);
    }

    [Fact]
    public void It_waits_for_two_calm_seconds_before_it_widens()
    {
        var machine = new SimulatedMachine([0.04, 0.12, 0.24, 0.4], Macs) { Slowdown = 3 };
        machine.Run(5);
        machine.Slowdown = 1;
        var calmSince = machine.Seconds;
        machine.Switches.Clear();
        machine.Run(5);

        Assert.InRange(machine.Switches[0] - calmSince, 2, 4);
    }

    // An LFO on the width keeps two variants running without end.
    [Fact]
    public void A_width_that_never_rests_has_to_be_borne_too()
    {
        var machine = new SimulatedMachine([0.1, 0.3, 0.5, 0.65], Macs);
        for (var turn = 0; turn < 200; turn++)
        {
            machine.WantedWidth = turn % 2;
            machine.Run(SimulatedMachine.SwitchSeconds);
        }

        Assert.InRange(machine.Governor.WidestVariant, 0, 2);
    }

    [Fact]
    public void A_narrow_width_that_is_wanted_stays_and_raises_nothing()
    {
        var machine = new SimulatedMachine([0.09, 0.27, 0.54, 0.9], Macs);
        machine.Run(1);
        machine.WantedWidth = 0;
        machine.Run(60);

        Assert.Equal(0, machine.Sounding);
        Assert.Equal(2, machine.Governor.WidestVariant);
    }

    [Fact]
    public void Switched_off_it_suggests_what_it_would_do_until_there_is_no_reason()
    {
        var machine = new SimulatedMachine([0.09, 0.27, 0.54, 0.9], Macs) { IsObeyed = false };
        Assert.Null(machine.Governor.SuggestedWidth);
        machine.Run(1);

        Assert.Empty(machine.Switches);
        Assert.Equal(2, SimulatedMachine.MapOf(4).VariantFor(machine.Governor.SuggestedWidth!.Value));
        Assert.Equal(0.9, machine.Governor.Load, 0.01);

        machine.Slowdown = 0.5;
        machine.Run(10);

        Assert.Null(machine.Governor.SuggestedWidth);
    }

    [Fact]
    public void Another_capture_and_another_block_length_are_measured_anew()
    {
        var machine = new SimulatedMachine([0.09, 0.27, 0.54, 0.9], Macs);
        machine.Run(1);
        machine.Governor.Reset();

        Assert.Equal(3, machine.Governor.WidestVariant);

        machine.Run(1);
        machine.Governor.SetModel(new WidthCosts(SimulatedMachine.MapOf(2), [1, 2], 0.1));

        Assert.Equal(1, machine.Governor.WidestVariant);

        machine.Governor.SetModel(null);

        Assert.Equal(0.3, machine.Governor.Limit(0.3));
        Assert.Null(machine.Governor.SuggestedWidth);
    }

    [Fact]
    public void Times_that_are_none_change_nothing()
    {
        var governor = new WidthGovernor();
        governor.SetModel(new WidthCosts(SimulatedMachine.MapOf(2), [1, 2], 0.1));
        for (var block = 0; block < 100; block++)
        {
            foreach (var time in (double[])[double.NaN, double.PositiveInfinity, -1])
            {
                Assert.False(governor.Observe(time, 0.001, 1, isSwitching: false));
                Assert.False(governor.Observe(10, time, 1, isSwitching: false));
            }

            Assert.False(governor.Observe(10, 0, 1, isSwitching: false));
        }

        Assert.Equal(0, governor.Load);
        Assert.Equal(1, governor.WidestVariant);
    }

    [Fact]
    public void A_sounding_variant_that_does_not_exist_breaks_nothing()
    {
        var governor = new WidthGovernor();
        governor.SetModel(new WidthCosts(SimulatedMachine.MapOf(2), [1, 2], 0.1));
        for (var block = 0; block < 1000; block++)
            governor.Observe(0.01, 0.001, block % 2 == 0 ? -1 : 2, isSwitching: false);

        Assert.Equal(0, governor.WidestVariant);
    }

    [Fact]
    public void Observing_allocates_nothing()
    {
        var governor = new WidthGovernor();
        governor.SetModel(new WidthCosts(SimulatedMachine.MapOf(4), [.. Macs], 0.1));
        var random = new Random(1);
        Observe();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Observe();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Observe()
        {
            for (var block = 0; block < 10_000; block++)
            {
                governor.Observe(random.NextDouble() * 0.002, 0.001, governor.WidestVariant, isSwitching: false);
                governor.Limit(random.NextDouble());
            }
        }
    }

    [Fact]
    public void The_costs_of_a_capture_rise_with_its_widths()
    {
        using var model = ModelFile.Load(Path.Combine(SharedMaterial.RepositoryRoot, "assets", "models", "mild-overdrive.nam"));
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);

        var costs = WidthCosts.Of(variants);

        Assert.Equal(variants.Map.Count, costs.Count);
        Assert.Equal(1, costs[costs.Count - 1]);
        for (var variant = 1; variant < costs.Count; variant++)
            Assert.InRange(costs[variant - 1], double.Epsilon, costs[variant] - double.Epsilon);
        Assert.InRange(costs.SwitchSeconds, 0.03, 1);
        Assert.Equal(variants.Map.VariantFor(0.9), variants.Map.VariantFor(costs.Limit(0.9, costs.Count - 1)));
        Assert.Equal(0, variants.Map.VariantFor(costs.Limit(0.9, 0)));
    }
}
