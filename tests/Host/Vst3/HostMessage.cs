using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IMessage, which a component and its controller may send each other. Freed with the process: a plugin decides how long it lives.</summary>
internal sealed unsafe class HostMessage() : HostObject((Vst3Ids.Message, Message))
{
    private static readonly nint Message = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*>)&GetMessageId,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, void>)&SetMessageId,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*>)&GetAttributes);

    private readonly HostAttributeList _attributes = new();
    private nint _id;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* GetMessageId(void* self) => (byte*)Of<HostMessage>(self)._id;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetMessageId(void* self, byte* id) => Of<HostMessage>(self)._id = Marshal.StringToCoTaskMemUTF8(Marshal.PtrToStringUTF8((nint)id));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetAttributes(void* self) => Of<HostMessage>(self)._attributes.Pointer;
}
