using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Requests;

namespace NamPlugin.Host.Vst3;

/// <summary>
/// IComponentHandler, IComponentHandler2 and Linux's IRunLoop: what the controller tells the host. All of it belongs to the main thread, and no knob is
/// turned while the host itself turns one.
/// </summary>
internal sealed unsafe class ComponentHandler(Vst3HostedPlugin plugin)
    : HostObject((Vst3Ids.ComponentHandler, Handler), (Vst3Ids.ComponentHandler2, Handler2), (Vst3Ids.RunLoop, RunLoop))
{
    private static readonly nint Handler = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, int>)&BeginEdit,
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, double, int>)&PerformEdit,
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, int>)&EndEdit,
        (nint)(delegate* unmanaged[Cdecl]<void*, int, int>)&RestartComponent);
    private static readonly nint Handler2 = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, byte, int>)&SetDirty,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, int>)&RequestOpenEditor,
        (nint)(delegate* unmanaged[Cdecl]<void*, int>)&GroupEdit,
        (nint)(delegate* unmanaged[Cdecl]<void*, int>)&GroupEdit);
    private static readonly nint RunLoop = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, int, int>)&RegisterEventHandler,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, int>)&UnregisterEventHandler,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, ulong, int>)&RegisterTimer,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, int>)&UnregisterTimer);

    private readonly Dictionary<nint, uint> _timers = [];
    private readonly Dictionary<nint, int> _descriptors = [];

    private static HostRequests OnMainThread(void* self, [CallerMemberName] string caller = "")
    {
        var plugin = Of<ComponentHandler>(self).Plugin;
        if (!plugin.IsMainThread)
            plugin.Requests.Violations.Enqueue($"{caller} belongs to the main thread");
        return plugin.Requests;
    }

    private Vst3HostedPlugin Plugin => plugin;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BeginEdit(void* self, uint id) => Edit(self, new ParameterEdit(ParameterEditKind.Begin, id, 0));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int PerformEdit(void* self, uint id, double normalized) => Edit(self, new ParameterEdit(ParameterEditKind.Value, id, normalized));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int EndEdit(void* self, uint id) => Edit(self, new ParameterEdit(ParameterEditKind.End, id, 0));

    private static int Edit(void* self, ParameterEdit edit)
    {
        OnMainThread(self, edit.Kind.ToString()).Edits.Enqueue(edit);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RestartComponent(void* self, int flags)
    {
        const int reload = 1, ports = 2, values = 4, latency = 8, titles = 16;
        var requests = OnMainThread(self);
        if ((flags & (reload | ports | latency)) != 0)
            requests.AddRestart();
        if ((flags & ports) != 0)
            requests.AddPortChange();
        if ((flags & values) != 0)
            requests.AddValueChange();
        if ((flags & latency) != 0)
            requests.AddLatencyChange();
        if ((flags & titles) != 0)
            requests.AddInfoChange();
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetDirty(void* self, byte isDirty)
    {
        if (isDirty != 0)
            OnMainThread(self).AddDirtyMark();
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RequestOpenEditor(void* self, byte* name) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GroupEdit(void* self) => Vst3Result.NotImplemented;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterEventHandler(void* self, void* handler, int descriptor)
    {
        const uint readable = 1;
        OnMainThread(self);
        var owner = Of<ComponentHandler>(self);
        var table = ((Interface<EventHandlerTable>*)handler)->Table;
        if (!owner.Plugin.Loop.TryAddDescriptor(descriptor, readable, _ => table->OnFdIsSet(handler, descriptor)))
            return Vst3Result.InvalidArgument;
        owner._descriptors[(nint)handler] = descriptor;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterEventHandler(void* self, void* handler)
    {
        OnMainThread(self);
        var owner = Of<ComponentHandler>(self);
        return owner._descriptors.Remove((nint)handler, out var descriptor) && owner.Plugin.Loop.TryRemoveDescriptor(descriptor) ? Vst3Result.Ok : Vst3Result.InvalidArgument;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RegisterTimer(void* self, void* handler, ulong milliseconds)
    {
        OnMainThread(self);
        var owner = Of<ComponentHandler>(self);
        var table = ((Interface<TimerHandlerTable>*)handler)->Table;
        owner._timers[(nint)handler] = owner.Plugin.Loop.AddTimer((uint)milliseconds, _ => table->OnTimer(handler));
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnregisterTimer(void* self, void* handler)
    {
        OnMainThread(self);
        var owner = Of<ComponentHandler>(self);
        return owner._timers.Remove((nint)handler, out var timer) && owner.Plugin.Loop.TryRemoveTimer(timer) ? Vst3Result.Ok : Vst3Result.InvalidArgument;
    }
}
