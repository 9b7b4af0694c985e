using System.Runtime.InteropServices;
using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime.Results;

/// <summary>What process calls did that they must not do, and from where.</summary>
internal sealed partial record CallSummary(ulong Allocations, ulong Releases, ulong Mappings, ulong Locks, ulong Waits, ulong Files, ulong SystemCalls)
{
    /// <summary>Library and offset of the first ones.</summary>
    public IReadOnlyList<string> From { get; private init; } = [];

    /// <summary>All of them.</summary>
    public ulong Total => Allocations + Releases + Mappings + Locks + Waits + Files + SystemCalls;

    /// <summary>Reads what was counted.</summary>
    public static CallSummary Of(WatchedCalls calls)
    {
        var count = calls.Count;
        var from = new List<string>();
        foreach (var caller in calls.Callers)
        {
            if (caller != 0)
                from.Add(Place(caller));
        }

        return new CallSummary(
            count[(int)WatchedKind.Allocation], count[(int)WatchedKind.Release], count[(int)WatchedKind.Mapping], count[(int)WatchedKind.Lock],
            count[(int)WatchedKind.Wait], count[(int)WatchedKind.File], count[(int)WatchedKind.SystemCall]) { From = from };
    }

    private static string Place(nint address) => FindSymbol(address, out var place) == 0
        ? $"0x{address:x}"
        : $"{Path.GetFileName(Marshal.PtrToStringUTF8(place.File))}+0x{address - place.Base:x}{(place.Name == 0 ? "" : $" ({Marshal.PtrToStringUTF8(place.Name)})")}";

    [LibraryImport("libc", EntryPoint = "dladdr")]
    private static partial int FindSymbol(nint address, out SymbolPlace place);

    // Dl_info of dlfcn.h.
    private struct SymbolPlace
    {
        public nint File;
        public nint Base;
        public nint Name;
        public nint Address;
    }
}
