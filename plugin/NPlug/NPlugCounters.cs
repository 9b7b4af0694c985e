using System.Runtime.InteropServices;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// <see cref="IRuntimeCounters"/> as an object by itself: they are the process's, and NPlug's objects take no interface that NPlug does not know.
/// Nobody owns it, and it lives as long as the process. [thread-safe]
/// </summary>
internal static unsafe class NPlugCounters
{
    /// <summary>The object.</summary>
    public static void* Instance { get; } = Make();

    private static void* Make()
    {
        var table = (nint*)Face.Keep(*IRuntimeCounters.Table);
        table[0] = (nint)(delegate* unmanaged<void*, Iid*, void**, Result>)&Query;
        table[1] = table[2] = (nint)(delegate* unmanaged<void*, uint>)&Hold;
        return Face.Keep(new Face { Table = table });
    }

    [UnmanagedCallersOnly]
    private static Result Query(void* self, Iid* iid, void** found)
    {
        if (iid is null || found is null)
            return Result.InvalidArgument;
        *found = *iid == FUnknown.Iid || *iid == IRuntimeCounters.Iid ? self : null;
        return *found is null ? Result.NoInterface : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint Hold(void* self) => 1;
}
