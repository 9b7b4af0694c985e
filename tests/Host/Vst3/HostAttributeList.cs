using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IAttributeList: the content of a message. Every value is kept as the bytes that it was given as.</summary>
internal sealed unsafe class HostAttributeList() : HostObject((Vst3Ids.AttributeList, Attributes))
{
    private static readonly nint Attributes = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, long, int>)&SetInt,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, long*, int>)&GetInt,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, double, int>)&SetFloat,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, double*, int>)&GetFloat,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, char*, int>)&SetString,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, char*, uint, int>)&GetString,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, void*, uint, int>)&SetBinary,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, void**, uint*, int>)&GetBinary);

    // Pinned, because getBinary hands out the address.
    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetInt(void* self, byte* id, long value) => Set(self, id, new ReadOnlySpan<byte>(&value, sizeof(long)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetInt(void* self, byte* id, long* value) => Get(self, id, new Span<byte>(value, sizeof(long)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetFloat(void* self, byte* id, double value) => Set(self, id, new ReadOnlySpan<byte>(&value, sizeof(double)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetFloat(void* self, byte* id, double* value) => Get(self, id, new Span<byte>(value, sizeof(double)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetString(void* self, byte* id, char* text) => Set(self, id, MemoryMarshal.AsBytes<char>($"{new string(text)}\0"));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetString(void* self, byte* id, char* text, uint bytes) => Get(self, id, new Span<byte>(text, (int)bytes));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetBinary(void* self, byte* id, void* data, uint bytes) => Set(self, id, new ReadOnlySpan<byte>(data, (int)bytes));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetBinary(void* self, byte* id, void** data, uint* bytes)
    {
        if (!Of<HostAttributeList>(self)._values.TryGetValue(Marshal.PtrToStringUTF8((nint)id)!, out var value))
            return Vst3Result.False;
        *data = (void*)Marshal.UnsafeAddrOfPinnedArrayElement(value, 0);
        *bytes = (uint)value.Length;
        return Vst3Result.Ok;
    }

    private static int Set(void* self, byte* id, ReadOnlySpan<byte> value)
    {
        var kept = GC.AllocateUninitializedArray<byte>(value.Length, pinned: true);
        value.CopyTo(kept);
        Of<HostAttributeList>(self)._values[Marshal.PtrToStringUTF8((nint)id)!] = kept;
        return Vst3Result.Ok;
    }

    private static int Get(void* self, byte* id, Span<byte> target)
    {
        if (!Of<HostAttributeList>(self)._values.TryGetValue(Marshal.PtrToStringUTF8((nint)id)!, out var value))
            return Vst3Result.False;
        value.AsSpan(0, Math.Min(value.Length, target.Length)).CopyTo(target);
        return Vst3Result.Ok;
    }
}
