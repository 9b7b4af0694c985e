using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Vst3;

namespace NamPlugin.Plugin.Tests.Vst3;

/// <summary>The handler of a host that restarts the plugin at once, from within the plugin's own call.</summary>
internal sealed unsafe class RestartingHandler(Vst3Instance instance) : HostObject((Vst3Ids.ComponentHandler, Handler))
{
    private static readonly nint Handler = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, int>)&Edit,
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, double, int>)&PerformEdit,
        (nint)(delegate* unmanaged[Cdecl]<void*, uint, int>)&Edit,
        (nint)(delegate* unmanaged[Cdecl]<void*, int, int>)&RestartComponent);

    /// <summary>The flags of each announcement.</summary>
    public List<int> Announced { get; } = [];

    /// <summary>Edits that the plugin made, which none of the tests asks for.</summary>
    public int Edits { get; private set; }

    private Vst3Instance Instance => instance;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Edit(void* self, uint id) => Count(self);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int PerformEdit(void* self, uint id, double normalized) => Count(self);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RestartComponent(void* self, int flags)
    {
        var handler = Of<RestartingHandler>(self);
        handler.Announced.Add(flags);
        var component = handler.Instance.Component;
        component->Table->SetActive(component, 0);
        component->Table->SetActive(component, 1);
        return Vst3Result.Ok;
    }

    private static int Count(void* self)
    {
        Of<RestartingHandler>(self).Edits++;
        return Vst3Result.Ok;
    }
}
