using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IBStream over the bytes of a state.</summary>
internal sealed unsafe class HostStream(ReadOnlySpan<byte> content, int chunkBytes) : HostObject((Vst3Ids.Stream, StreamMethods))
{
    private static readonly nint StreamMethods = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, int, int*, int>)&Read,
        (nint)(delegate* unmanaged[Cdecl]<void*, void*, int, int*, int>)&Write,
        (nint)(delegate* unmanaged[Cdecl]<void*, long, int, long*, int>)&Seek,
        (nint)(delegate* unmanaged[Cdecl]<void*, long*, int>)&Tell);

    private readonly StateStream _bytes = new(content, chunkBytes);

    public byte[] ToArray() => _bytes.ToArray();

    public void Rewind() => _bytes.Position = 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(void* self, void* target, int count, int* readCount)
    {
        if (count < 0)
            return Vst3Result.InvalidArgument;
        var read = Of<HostStream>(self)._bytes.Read(new Span<byte>(target, count));
        if (readCount is not null)
            *readCount = read;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(void* self, void* source, int count, int* writtenCount)
    {
        if (count < 0)
            return Vst3Result.InvalidArgument;
        var written = Of<HostStream>(self)._bytes.Write(new ReadOnlySpan<byte>(source, count));
        if (writtenCount is not null)
            *writtenCount = written;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Seek(void* self, long offset, int mode, long* result)
    {
        var bytes = Of<HostStream>(self)._bytes;
        var target = offset + mode switch { 0 => 0, 1 => bytes.Position, 2 => bytes.Length, _ => -1 - offset };
        if (target < 0)
            return Vst3Result.InvalidArgument;
        bytes.Position = target;
        if (result is not null)
            *result = target;
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tell(void* self, long* position)
    {
        *position = Of<HostStream>(self)._bytes.Position;
        return Vst3Result.Ok;
    }
}
