using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Vst3;

namespace NamPlugin.Plugin.Tests.Vst3;

/// <summary>A stream that says what its state is for and where it lies: IStreamAttributes with <c>StateType</c> and <c>FilePathString</c>, or without.</summary>
internal sealed unsafe class TypedStream : HostObject
{
    private static readonly Guid128 StreamAttributes = Guid128.Of(0xD6CE2FFC, 0xEFAF4B8C, 0x9E74F1BB, 0x12DA44B4);
    private static readonly nint StreamMethods = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, int, int*, int>)&Read,
        (nint)(delegate* unmanaged[Cdecl]<void*, byte*, int, int*, int>)&Write);

    private static readonly nint AttributeMethods = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, char*, int>)&GetFileName,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*>)&GetAttributes);

    private readonly MemoryStream _bytes = new();
    private readonly HostAttributeList _attributes = new();

    public TypedStream(byte[] content, string? stateType, string? filePath = null)
        : base((Vst3Ids.Stream, StreamMethods), (StreamAttributes, AttributeMethods))
    {
        _bytes.Write(content);
        _bytes.Position = 0;
        Set("StateType"u8, stateType);
        Set("FilePathString"u8, filePath);
    }

    public byte[] ToArray() => _bytes.ToArray();

    public void Rewind() => _bytes.Position = 0;

    private void Set(ReadOnlySpan<byte> attribute, string? value)
    {
        if (value is null)
            return;
        var list = (void*)_attributes.Pointer;
        var setString = (delegate* unmanaged[Cdecl]<void*, byte*, char*, int>)(*(nint**)list)[7];
        fixed (byte* key = attribute)
        fixed (char* text = value)
            Assert.Equal(Vst3Result.Ok, setString(list, key, text));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(void* self, byte* target, int count, int* read)
    {
        *read = Of<TypedStream>(self)._bytes.Read(new Span<byte>(target, count));
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(void* self, byte* source, int count, int* written)
    {
        Of<TypedStream>(self)._bytes.Write(new ReadOnlySpan<byte>(source, count));
        *written = count;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetFileName(void* self, char* name) => Vst3Result.False;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetAttributes(void* self) => Of<TypedStream>(self)._attributes.Pointer;
}
