using FsCheck;
using FsCheck.Fluent;

namespace NamPlugin.Effect.Tests;

/// <summary>Whatever the machine, the width comes to rest.</summary>
public sealed class WidthGovernorStabilityTests
{
    private const double MinuteSeconds = 60;

    // After its last trial of a width the governor has waited 60, 240 and 960 seconds.
    private const double LongestUnrestSeconds = 25 * MinuteSeconds;

    private static readonly int[] BlockFrames = [32, 64, 256, 1024, 4096];

    // Some overhead, and for the rest what the multiply-accumulates say.
    private static readonly Gen<(double[] Loads, long[] Macs, int Frames)> HonestMachines =
        from macs in Gen.Choose(1, 8).SelectMany(static count => Gen.Choose(1, 1000).ArrayOf(count))
        from overhead in Gen.Choose(0, 1000)
        from fullLoad in Gen.Choose(1, 2000)
        from frames in Gen.Elements(BlockFrames)
        let told = macs.Select(static value => (long)value).Order().ToArray()
        let loads = told.Select(value => (overhead + value) * (fullLoad / 1000.0) / (overhead + told[^1])).ToArray()
        select (loads, told, frames);

    // Loads that have nothing to do with what the governor is told.
    private static readonly Gen<(double[] Loads, long[] Macs, int Frames)> OddMachines =
        from machine in HonestMachines
        from loads in Gen.Choose(1, 2000).Select(static thousandths => thousandths / 1000.0).ArrayOf(machine.Loads.Length)
        from isOrdered in Gen.Elements(true, false)
        select (isOrdered ? loads.Order().ToArray() : loads, machine.Macs, machine.Frames);

    private static readonly Gen<(double[] Loads, long[] Macs, int Frames)> Machines = Gen.OneOf(HonestMachines, OddMachines);

    // Where a prediction can be trusted nothing is tried in vain, and nothing is narrower than it has to be.
    [Fact]
    public void Where_cost_is_what_it_is_said_to_be_the_width_steps_down_to_what_fits_and_stays()
    {
        Prop.ForAll(HonestMachines.ToArbitrary(), static test =>
        {
            var machine = new SimulatedMachine(test.Loads, test.Macs, test.Frames);
            machine.Run(MinuteSeconds);

            Assert.InRange(machine.Switches.Count, 0, test.Loads.Length - 1);
            Assert.True(machine.SoundingLoad <= 0.7 || machine.Sounding == 0, $"{machine.SoundingLoad} at {machine.Sounding}");
            Assert.True(machine.Sounding == test.Loads.Length - 1 || test.Loads[machine.Sounding + 1] >= 0.49, $"{machine.Sounding} is too narrow");
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Under_a_load_that_does_not_change_the_width_rests_and_fits()
    {
        Prop.ForAll(Machines.ToArbitrary(), static test =>
        {
            var machine = new SimulatedMachine(test.Loads, test.Macs, Math.Max(test.Frames, 256));
            machine.Run(LongestUnrestSeconds);
            var before = machine.Switches.Count;
            machine.Run(10 * MinuteSeconds);

            Assert.Equal(before, machine.Switches.Count);
            Assert.InRange(before, 0, 4 * test.Loads.Length + 6);
            Assert.True(machine.SoundingLoad <= 0.7 || machine.Sounding == 0, $"{machine.SoundingLoad} at {machine.Sounding}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    // Noise of every kind, from even to rare and long; the mean stays what it is.
    [Fact]
    public void Under_noise_there_are_few_changes_in_any_minute()
    {
        var cases = from machine in Machines
                    from kind in Gen.Choose(0, 3)
                    from amount in Gen.Choose(0, 100)
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    select (machine, kind, amount / 100.0, seed);
        Prop.ForAll(cases.ToArbitrary(), static test =>
        {
            var random = new Random(test.seed);
            var machine = new SimulatedMachine(test.machine.Loads, test.machine.Macs, test.machine.Frames) { Noise = () => Noise(random, test.kind, test.Item3) };
            machine.Run(5 * MinuteSeconds);

            Assert.InRange(MostInAMinute(machine.Switches), 0, MostChanges(test.machine.Loads.Length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    // The worst there is: a machine that slows down and recovers whenever it pleases.
    [Fact]
    public void Under_any_load_there_are_few_changes_in_any_minute()
    {
        var cases = from machine in Machines
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    from pace in Gen.Elements(0.05, 0.3, 2.5, 10)
                    select (machine, seed, pace);
        Prop.ForAll(cases.ToArbitrary(), static test =>
        {
            var random = new Random(test.seed);
            var machine = new SimulatedMachine(test.machine.Loads, test.machine.Macs, test.machine.Frames);
            while (machine.Seconds < 5 * MinuteSeconds)
            {
                machine.Slowdown = Math.Exp(4 * random.NextDouble() - 2);
                machine.Run(test.pace * 2 * random.NextDouble());
            }

            Assert.InRange(MostInAMinute(machine.Switches), 0, MostChanges(test.machine.Loads.Length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    // An adversary that sees the width: calm until it has widened, then too much.
    [Fact]
    public void Not_even_a_machine_that_slows_down_whenever_the_width_has_grown_makes_it_swing()
    {
        for (var count = 2; count <= 8; count++)
        {
            var machine = new SimulatedMachine([.. Enumerable.Repeat(1.0, count)], [.. Enumerable.Range(1, count).Select(value => (long)value)], frames: 64);
            while (machine.Seconds < 20 * MinuteSeconds)
            {
                var before = machine.Sounding;
                machine.PlayBlock(0);
                machine.Slowdown = machine.Sounding > before ? 2 : machine.Sounding < before ? 0.01 : machine.Slowdown;
            }

            Assert.InRange(MostInAMinute(machine.Switches), 1, MostChanges(count));
            Assert.InRange(machine.Switches.Count(time => time > 10 * MinuteSeconds), 0, 10);
        }
    }

    // All widths down once, and what the waits that double leave room for.
    private static int MostChanges(int widths) => 2 * widths + 8;

    private static double Noise(Random random, int kind, double amount) => kind switch
    {
        0 => 1 + amount * (2 * random.NextDouble() - 1),
        1 => 1 - amount - amount * Math.Log(1 - random.NextDouble()),
        2 => random.NextDouble() < 0.01 ? 1 + 50 * amount : 1,
        _ => 1 - amount + amount * Math.Pow(1 - random.NextDouble(), -0.5) / 2,
    };

    private static int MostInAMinute(List<double> times) =>
        times.Count == 0 ? 0 : times.Select((time, index) => times.Skip(index).TakeWhile(later => later < time + MinuteSeconds).Count()).Max();
}
