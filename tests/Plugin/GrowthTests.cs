using System.Diagnostics;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>What is created is given back: watched from outside, as the operating system counts it.</summary>
[Collection(nameof(AloneCollection))]
public sealed class GrowthTests
{
    [Theory]
    [EachFormat]
    public void Five_hundred_lives_leave_no_memory_threads_or_files_behind(PluginFormat format)
    {
        using var module = BuiltPlugin.Load(format);
        var input = Signals.Guitar(256);
        for (var cycle = 0; cycle < 100; cycle++)
            Live();
        var before = Footprint.Now();

        for (var cycle = 0; cycle < 500; cycle++)
            Live();

        var after = Footprint.Now();
        Assert.Empty(after.FilesBeyond(before));
        Assert.InRange(after.Threads, 0, before.Threads + 1);
        // 500 leaked kilobytes would show; the host's own heap moves by less than this.
        Assert.InRange(after.ResidentBytes - before.ResidentBytes, long.MinValue, 8 << 20);

        void Live()
        {
            using var plugin = module.Create();
            Captures.Load(plugin, Captures.BuiltIn);
            HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("64") });
            plugin.TryLoadState(plugin.SaveState());
        }
    }

    private sealed record Footprint(long ResidentBytes, int Threads, IReadOnlyList<string> Files)
    {
        public static Footprint Now()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var files = Directory.GetFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget ?? "").ToList();
            return new Footprint(process.WorkingSet64, process.Threads.Count, files);
        }

        /// <summary>Open files that another footprint does not have, or has less often.</summary>
        public List<string> FilesBeyond(Footprint other)
        {
            var left = Files.ToList();
            foreach (var file in other.Files)
                left.Remove(file);
            return left;
        }
    }
}
