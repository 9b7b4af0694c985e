using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Clap;

/// <content>State, through streams that may give and take little at a time.</content>
internal sealed unsafe partial class ClapHostedPlugin
{
    private readonly ClapState* _state;

    public override byte[] SaveState()
    {
        var bytes = new StateStream([], StreamChunkBytes);
        var handle = GCHandle.Alloc(bytes);
        var stream = new ClapOutputStream { Context = GCHandle.ToIntPtr(handle), Write = &Write };
        var isSaved = State->Save(_plugin, &stream);
        handle.Free();
        return isSaved != 0 ? bytes.ToArray() : throw new HostException($"{Class.Name} does not save its state.");
    }

    public override bool TryLoadState(ReadOnlySpan<byte> state)
    {
        var handle = GCHandle.Alloc(new StateStream(state, StreamChunkBytes));
        var stream = new ClapInputStream { Context = GCHandle.ToIntPtr(handle), Read = &Read };
        var isLoaded = State->Load(_plugin, &stream);
        handle.Free();
        return isLoaded != 0;
    }

    private ClapState* State => _state is not null ? _state : throw new HostException($"{Class.Name} keeps no state.");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Read(ClapInputStream* stream, void* target, ulong bytes) =>
        ((StateStream)GCHandle.FromIntPtr(stream->Context).Target!).Read(new Span<byte>(target, (int)Math.Min(bytes, int.MaxValue)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Write(ClapOutputStream* stream, void* source, ulong bytes) =>
        ((StateStream)GCHandle.FromIntPtr(stream->Context).Target!).Write(new ReadOnlySpan<byte>(source, (int)Math.Min(bytes, int.MaxValue)));
}
