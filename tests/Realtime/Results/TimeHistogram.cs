using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime.Results;

/// <summary>Blocks counted by the length of their work: ten steps to every factor of ten, the first from 100 ns, all beyond 10 ms in the last.</summary>
internal static class TimeHistogram
{
    private const double FirstNanoseconds = 100;
    private const int StepsPerDecade = 10;
    private const int Steps = 5 * StepsPerDecade + 1;

    /// <summary>Counts them.</summary>
    public static int[] Of(ReadOnlySpan<BlockRecord> records)
    {
        var counts = new int[Steps];
        foreach (ref readonly var record in records)
            counts[Math.Clamp((int)(StepsPerDecade * Math.Log10(Math.Max(record.WorkNanoseconds, 1) / FirstNanoseconds)), 0, Steps - 1)]++;
        return counts;
    }
}
