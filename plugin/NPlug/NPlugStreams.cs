using System.Runtime.InteropServices;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// The host's own streams of states. NPlug hands on one of its kind, which cannot be asked what the state is for or where it lies, and which does not
/// tell that the host takes no more. [main-thread]
/// </summary>
internal static unsafe class NPlugStreams
{
    // Places of functions in the standard's tables.
    private const int SetStatePlace = 12;
    private const int GetStatePlace = 13;
    private const int SetComponentStatePlace = 5;

    private static delegate* unmanaged<void*, IBStream, Result> s_setState;
    private static delegate* unmanaged<void*, IBStream, Result> s_getState;
    private static delegate* unmanaged<void*, IBStream, Result> s_setComponentState;

    [ThreadStatic]
    private static IBStream t_current;

    /// <summary>The stream of the call that runs on this thread.</summary>
    public static IBStream Current => t_current;

    /// <summary>Replaces the entries of the tables that take a state.</summary>
    public static void Replace(void* component, void* controller)
    {
        s_setState = Replace(component, SetStatePlace, &SetState);
        s_getState = Replace(component, GetStatePlace, &GetState);
        s_setComponentState = Replace(controller, SetComponentStatePlace, &SetComponentState);
    }

    private static delegate* unmanaged<void*, IBStream, Result> Replace(void* instance, int place, delegate* unmanaged<void*, IBStream, Result> entry) =>
        (delegate* unmanaged<void*, IBStream, Result>)NPlugTables.Replace(instance, place, (nint)entry);

    [UnmanagedCallersOnly]
    private static Result SetState(void* self, IBStream stream) => Call(s_setState, self, stream);

    [UnmanagedCallersOnly]
    private static Result GetState(void* self, IBStream stream) => Call(s_getState, self, stream);

    [UnmanagedCallersOnly]
    private static Result SetComponentState(void* self, IBStream stream) => Call(s_setComponentState, self, stream);

    private static Result Call(delegate* unmanaged<void*, IBStream, Result> bare, void* self, IBStream stream)
    {
        if (stream.IsNull)
            return Result.InvalidArgument;

        // A host may save from within the call in which it hears of another latency.
        var outer = t_current;
        t_current = stream;
        var result = bare(self, stream);
        t_current = outer;
        return result;
    }
}
