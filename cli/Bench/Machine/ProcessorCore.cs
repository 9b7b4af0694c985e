using System.Runtime.InteropServices;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>Keeps the calling thread on one core, so that it takes neither its caches nor its clock from another one halfway. Linux.</summary>
internal static unsafe partial class ProcessorCore
{
    // The kernel refuses a mask that is too short for the machine; this one is long enough for 8192 cores.
    private const int MaskBytes = 1024;

    /// <summary>Whether threads can be pinned here.</summary>
    public static bool CanPin => OperatingSystem.IsLinux();

    /// <summary>The cores that this process may run on, in order.</summary>
    public static IReadOnlyList<int> Allowed
    {
        get
        {
            var mask = stackalloc byte[MaskBytes];
            new Span<byte>(mask, MaskBytes).Clear();
            if (GetAffinity(0, MaskBytes, mask) < 0)
                throw new IOException("The system does not tell which cores this program may use (sched_getaffinity).");
            var cores = new List<int>();
            for (var core = 0; core < MaskBytes * 8; core++)
            {
                if ((mask[core / 8] & (1 << (core % 8))) != 0)
                    cores.Add(core);
            }

            return cores;
        }
    }

    /// <summary>Pins the calling thread, to the core it runs on when none is named, and returns which it is.</summary>
    /// <exception cref="UsageException">There is no such core, or this process may not use it.</exception>
    public static int Pin(int? wanted)
    {
        var core = wanted ?? CurrentCore();
        var mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        if (core / 8 < MaskBytes)
            mask[core / 8] |= (byte)(1 << (core % 8));
        if (core / 8 >= MaskBytes || SetAffinity(0, MaskBytes, mask) != 0)
            throw new UsageException($"--core {core}: no core of this machine that this program may use; choose one of {Ranges(Allowed)}.");
        return core;
    }

    /// <summary>Numbers as people write them: 0 to 3, 6, 8 to 11.</summary>
    internal static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
                last++;
            parts.Add(last == first ? $"{numbers[first]}" : $"{numbers[first]} to {numbers[last]}");
            first = last + 1;
        }

        return string.Join(", ", parts);
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint bytes, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, byte* mask);
}
