using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>
/// Managed memory that hosts' usual requests cost the engine's runtime: little, because it collects when it has allocated much, and a collection
/// stops the audio thread.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class RuntimeCountersTests
{
    private const int Rounds = 20;

    [Theory]
    [EachFormat]
    public void The_plugin_tells_of_its_runtime(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var counters = CountersOf(plugin);
        var (all, own) = (counters.AllocatedBytes, counters.ThreadAllocatedBytes);

        Captures.Load(plugin, Captures.BuiltIn);
        for (var round = 0; round < Rounds; round++)
            plugin.SaveState();

        Assert.InRange(counters.Collections, 0, int.MaxValue);
        Assert.InRange(counters.ThreadAllocatedBytes - own, 1, long.MaxValue);
        Assert.InRange(counters.AllocatedBytes - all, 1, long.MaxValue);
    });

    [Theory]
    [EachFormat]
    public void Texts_and_values_cost_no_managed_memory(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        ShellUnderTest.SkipOnNPlug(format, "takes each text as a string.");
        var counters = CountersOf(plugin);
        Ask();
        var before = counters.ThreadAllocatedBytes;

        Ask();

        Assert.Equal(before, counters.ThreadAllocatedBytes);

        void Ask()
        {
            foreach (var parameter in plugin.Parameters)
            {
                foreach (var value in parameter.Values(5))
                    Assert.True(plugin.TryParseValue(parameter.Id, plugin.FormatValue(parameter.Id, value), out _));
                plugin.GetValue(parameter.Id);
            }
        }
    });

    [Theory]
    [EachFormat]
    public void Saving_costs_little_managed_memory(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        plugin.SaveState();

        Assert.InRange(CostOf(plugin, () => plugin.SaveState()), 0, 8 << 10);
    });

    // Of the captures that people play, A1 standard has most layers; a slimmable one is lowered once for each of its seven widths.
    [Theory]
    [EachFormat("reference/bench/a1_standard_16_8.nam", 64 << 10)]
    [EachFormat("reference/bench/a2_full_8.nam", 96 << 10)]
    [EachFormat(null!, 320 << 10)]
    public void Loading_costs_little_managed_memory(PluginFormat format, string? shared, int mostBytes) => BuiltPlugin.Run(format, plugin =>
    {
        var capture = shared is null ? Captures.BuiltIn : SharedMaterial.Require(shared);
        Captures.Load(plugin, capture);
        using var folder = new TemporaryFolder();
        var another = Captures.WriteGain(folder, 1, 48_000);
        var cost = CostOf(plugin, () =>
        {
            Captures.Load(plugin, another);
            Captures.Load(plugin, capture);
        });

        Assert.InRange(cost, 1, mostBytes);
    });

    // It does so every 64 MiB (aot/Engine), where by itself it would go by the processor's cache.
    [Theory]
    [EachFormat]
    public void The_runtime_collects_late(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        const long bytes = 56 << 20;
        using var folder = new TemporaryFolder();
        var another = Captures.WriteGain(folder, 1, 48_000);
        var counters = CountersOf(plugin);
        var (collections, allocated) = (counters.Collections, counters.AllocatedBytes);
        while (counters.AllocatedBytes - allocated < bytes)
        {
            Captures.Load(plugin, another);
            Captures.Load(plugin, Captures.BuiltIn);
        }

        Assert.InRange(counters.Collections - collections, 0, 1);
    });

    // Of all threads, because which one does the work is the plugin's affair; of many rounds, because that count moves in steps.
    private static long CostOf(HostedPlugin plugin, Action action)
    {
        var counters = CountersOf(plugin);
        var before = counters.AllocatedBytes;
        for (var round = 0; round < Rounds; round++)
            action();
        return (counters.AllocatedBytes - before) / Rounds;
    }

    private static RuntimeCounters CountersOf(HostedPlugin plugin)
    {
        Assert.NotNull(plugin.Counters);
        return plugin.Counters;
    }
}
