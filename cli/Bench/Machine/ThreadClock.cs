using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// The processor time of the calling thread: what other programs take meanwhile is not in it. Linux; elsewhere the time of day, in which it is.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of time.h.

    /// <summary>What results say about it.</summary>
    public static string Name => OperatingSystem.IsLinux() ? "thread_cpu_time" : "elapsed_time";

    /// <summary>Now.</summary>
    public static double Nanoseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
            if (GetTime(ThreadCpuTime, out var time) != 0)
                throw new IOException("The system does not tell the processor time of a thread (clock_gettime).");
            return (time.Seconds * 1e9) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpecification time);

    // timespec of time.h.
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
