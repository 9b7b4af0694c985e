using NamPlugin.Plugin.Effect;

namespace NamPlugin.Effect.Tests;

public sealed class ParameterIndicationsTests
{
    private static readonly ArgbColor Red = new(255, 200, 10, 20);
    private static readonly ArgbColor Blue = new(128, 0, 1, 255);

    [Fact]
    public void Nothing_is_indicated_at_first()
    {
        var indications = new ParameterIndications();

        Assert.All(ParameterTable.All, parameter =>
        {
            Assert.Null(indications.MappingOf(parameter.Index));
            Assert.Equal((AutomationState.None, null), indications.AutomationOf(parameter.Index));
        });
    }

    [Fact]
    public void What_was_indicated_is_found_at_its_parameter_alone()
    {
        var indications = new ParameterIndications();
        var mapping = new ParameterMapping(Red, "Knob 1", "Controller, page 1");
        indications.SetMapping(ParameterTable.Width.Index, mapping);
        indications.SetAutomation(ParameterTable.Input.Index, AutomationState.Overridden, Blue);
        indications.SetAutomation(ParameterTable.Output.Index, AutomationState.Present, null);

        Assert.Equal(mapping, indications.MappingOf(ParameterTable.Width.Index));
        Assert.Null(indications.MappingOf(ParameterTable.Input.Index));
        Assert.Equal((AutomationState.Overridden, Blue), indications.AutomationOf(ParameterTable.Input.Index));
        Assert.Equal((AutomationState.Present, null), indications.AutomationOf(ParameterTable.Output.Index));

        indications.SetMapping(ParameterTable.Width.Index, null);

        Assert.Null(indications.MappingOf(ParameterTable.Width.Index));
    }

    [Fact]
    public void The_version_counts_changes_and_nothing_else()
    {
        var indications = new ParameterIndications();
        var versions = new List<int> { indications.Version };
        for (var repetition = 0; repetition < 2; repetition++)
        {
            indications.SetMapping(0, new ParameterMapping(Red, "Knob", ""));
            versions.Add(indications.Version);
        }

        for (var repetition = 0; repetition < 2; repetition++)
        {
            indications.SetAutomation(0, AutomationState.Playing, Red);
            versions.Add(indications.Version);
        }

        indications.SetAutomation(0, AutomationState.Playing, null);
        versions.Add(indications.Version);

        Assert.Equal([0, 1, 1, 2, 2, 3], versions);
    }

    [Fact]
    public void A_reader_sees_state_and_color_of_one_change()
    {
        var indications = new ParameterIndications();
        var seen = new HashSet<(AutomationState, ArgbColor?)>();
        var isOver = 0;
        var writer = new Thread(() =>
        {
            for (var change = 0; Volatile.Read(ref isOver) == 0; change++)
                indications.SetAutomation(0, change % 2 == 0 ? AutomationState.Playing : AutomationState.Recording, change % 2 == 0 ? Red : Blue);
        });
        writer.Start();
        while (!seen.Contains((AutomationState.Playing, Red)) || !seen.Contains((AutomationState.Recording, Blue)))
            seen.Add(indications.AutomationOf(0));
        for (var read = 0; read < 100_000; read++)
            seen.Add(indications.AutomationOf(0));
        Volatile.Write(ref isOver, 1);
        writer.Join();

        Assert.Subset(new HashSet<(AutomationState, ArgbColor?)> { (AutomationState.None, null), (AutomationState.Playing, Red), (AutomationState.Recording, Blue) }, seen);
    }

    [Fact]
    public void Automation_is_indicated_without_allocating()
    {
        var indications = new ParameterIndications();
        indications.SetAutomation(0, AutomationState.Playing, Red);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var change = 0; change < 1000; change++)
            indications.SetAutomation(0, (AutomationState)(change % 5), change % 2 == 0 ? Red : null);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
