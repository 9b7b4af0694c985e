using System.Globalization;
using NamPlugin.Realtime.Results;

namespace NamPlugin.Realtime;

/// <summary>A measurement for people: the plugin beside the null plugin.</summary>
internal static class RealtimeTable
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, RealtimeRecord record)
    {
        var machine = record.Machine;
        Line($"{record.PluginName}: {record.Instances} x {record.Captures[0]}, blocks of {record.Frames} at {record.SampleRateHz} Hz");
        Line($"{machine.Processor}, {machine.Cores} cores, {machine.Kernel}, {machine.Engine}, {record.Plugin.Scheduling}");
        Line($"");
        Row("", "plugin", "null plugin");
        Each("first block, us", static played => Us(played.FirstBlockMicroseconds));
        Summary("", static played => played.All);
        if (record.Plugin.Silent is not null)
        {
            Summary("sound: ", static played => played.Sounding!);
            Summary("silence: ", static played => played.Silent!);
        }

        Calls("first block: ", static played => played.FirstCalls);
        Calls("after it: ", static played => played.LaterCalls);
        Each("managed bytes on the thread", static played => played.ManagedBytes is { } bytes ? $"{bytes}" : "-");
        Each("failed calls", static played => $"{played.Failures}");
        Each("samples: no number, denormal", static played => $"{played.NotFinite}, {played.Denormal}");
        Each("control word changed", static played => $"{played.ControlWords}");
        Line($"");
        if (record.Runtime is { } runtime)
            Line($"engine runtime: {runtime.Collections} collections, {runtime.AllocatedBytes:N0} managed bytes allocated");
        if (record.MainThread is { } main)
            Line($"main thread: {Tally(main.Loads, "loads", main.BytesPerLoad)}, {Tally(main.Saves, "saves", main.BytesPerSave)}, {Tally(main.Texts, "texts", main.BytesPerText)}");
        if (!record.Instruments.IsTrustworthy)
            Line($"The counts mean nothing: of a function that does all that is forbidden they saw {record.Instruments}.");
        foreach (var place in record.Plugin.LaterCalls.From)
            Line($"forbidden call from {place}");

        void Summary(string stretch, Func<PlayedRecord, BlockSummary> of)
        {
            Each($"{stretch}blocks", played => of(played).Blocks.ToString("N0", CultureInfo.InvariantCulture));
            Times($"{stretch}time, us", played => of(played).Microseconds);
            Times($"{stretch}time on a processor, us", played => of(played).ProcessorMicroseconds);
            Times($"{stretch}woken late by, us", played => of(played).WakeMicroseconds);
            Each($"{stretch}late blocks, of them by waking late", played => $"{of(played).LateBlocks}, {of(played).LateByWaking}");
            Each($"{stretch}interrupted, waited, page faults", played => $"{of(played).Preemptions}, {of(played).Waits}, {of(played).PageFaults}");
        }

        void Times(string name, Func<PlayedRecord, TimeSummary> of)
        {
            Each($"{name}: min / median", played => $"{Us(of(played).Minimum)} / {Us(of(played).Median)}");
            Each("    p99 / p99.9 / max", played => $"{Us(of(played).P99)} / {Us(of(played).P999)} / {Us(of(played).Maximum)}");
        }

        void Calls(string stretch, Func<PlayedRecord, CallSummary> of)
        {
            Each($"{stretch}allocations, releases, mappings", played => $"{of(played).Allocations}, {of(played).Releases}, {of(played).Mappings}");
            Each($"{stretch}locks, waits, files, system", played => $"{of(played).Locks}, {of(played).Waits}, {of(played).Files}, {of(played).SystemCalls}");
        }

        void Each(string name, Func<PlayedRecord, string> text) => Row(name, text(record.Plugin), text(record.Control));

        void Row(string name, string plugin, string control) => Line($"{name,-44}{plugin,26}{control,26}");

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static FormattableString Tally(int count, string what, double bytes) => $"{count} {what} of {bytes:N0} managed bytes";

    private static string Us(double microseconds) => microseconds.ToString(microseconds < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
