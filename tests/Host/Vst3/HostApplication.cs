using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IHostApplication and IPlugInterfaceSupport: who the host is and what it implements.</summary>
internal sealed unsafe class HostApplication() : HostObject((Vst3Ids.HostApplication, Application), (Vst3Ids.PlugInterfaceSupport, Support))
{
    private static readonly nint Application = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, char*, int>)&GetName,
        (nint)(delegate* unmanaged[Cdecl]<void*, Guid128*, Guid128*, void**, int>)&CreateInstance);
    private static readonly nint Support = Table((nint)(delegate* unmanaged[Cdecl]<void*, Guid128*, int>)&IsPlugInterfaceSupported);
    private static readonly Guid128[] Used = [Vst3Ids.Component, Vst3Ids.AudioProcessor, Vst3Ids.EditController, Vst3Ids.ConnectionPoint];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetName(void* self, char* name)
    {
        const string text = "NamPlugin test host";
        text.CopyTo(new Span<char>(name, 128));
        name[text.Length] = '\0';
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CreateInstance(void* self, Guid128* classId, Guid128* interfaceId, void** result)
    {
        *result = *classId == Vst3Ids.Message ? new HostMessage().Pointer : null;
        return *result is null ? Vst3Result.False : Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsPlugInterfaceSupported(void* self, Guid128* id) => Used.Contains(*id) ? Vst3Result.Ok : Vst3Result.False;
}
