using System.Runtime.InteropServices;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// What a host finds at an instance, by queryInterface: what NPlug offers, <see cref="NPlugCounters"/>, and for FUnknown, which NPlug refuses, always
/// the component, because that is how hosts see whether two interfaces are of one object.
/// </summary>
internal static unsafe class NPlugQueries
{
    private const int QueryInterface = 0;

    private static delegate* unmanaged<void*, Iid*, void**, Result> s_bare;

    /// <summary>Replaces the entry of an interface's table. [main-thread]</summary>
    public static void Replace(void* instance) =>
        s_bare = (delegate* unmanaged<void*, Iid*, void**, Result>)NPlugTables.Replace(
            instance, QueryInterface, (nint)(delegate* unmanaged<void*, Iid*, void**, Result>)&Query);

    [UnmanagedCallersOnly]
    private static Result Query(void* self, Iid* iid, void** found)
    {
        if (iid is null || found is null)
            return Result.InvalidArgument;
        if (*iid == IRuntimeCounters.Iid)
        {
            *found = NPlugCounters.Instance;
            return Result.Ok;
        }

        var wanted = *iid == FUnknown.Iid ? IComponent.Iid : *iid;
        return s_bare(self, &wanted, found);
    }
}
