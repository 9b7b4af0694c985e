using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Vst3;

/// <summary>
/// An object of the host that a plugin may hold: one cell {table, handle} in native memory for each of its interfaces. The host's own reference is the
/// first; a plugin that has not given back its references when the host lets go has leaked them.
/// </summary>
internal abstract unsafe class HostObject : IDisposable
{
    private readonly Cell* _cells;
    private readonly Guid128[] _ids;
    private GCHandle _self;
    private int _references = 1;

    /// <summary>Makes the cells.</summary>
    /// <param name="interfaces">Names and tables; the first serves for FUnknown too. Tables come from <see cref="Table"/>.</param>
    protected HostObject(params ReadOnlySpan<(Guid128 Id, nint Table)> interfaces)
    {
        _self = GCHandle.Alloc(this);
        _cells = NativeMemoryBlock.Allocate<Cell>(interfaces.Length);
        _ids = new Guid128[interfaces.Length];
        for (var i = 0; i < interfaces.Length; i++)
        {
            _ids[i] = interfaces[i].Id;
            _cells[i] = new Cell { Table = interfaces[i].Table, Owner = GCHandle.ToIntPtr(_self) };
        }
    }

    /// <summary>The first interface, without a reference for whom it is given to.</summary>
    public void* Pointer => _cells;

    /// <summary>References that others hold.</summary>
    public int ReferencesOfOthers => Volatile.Read(ref _references) - 1;

    public void Dispose()
    {
        // A cell that somebody still points at stays; freeing it would turn their leak into our crash.
        if (ReferencesOfOthers > 0)
            return;
        _self.Free();
        NativeMemoryBlock.Free(_cells);
    }

    /// <summary>queryInterface, addRef and release of every host object, followed by an interface's own methods.</summary>
    protected static nint Table(params ReadOnlySpan<nint> methods)
    {
        var table = NativeMemoryBlock.Allocate<nint>(3 + methods.Length);
        table[0] = (nint)(delegate* unmanaged[Cdecl]<void*, Guid128*, void**, int>)&QueryInterface;
        table[1] = (nint)(delegate* unmanaged[Cdecl]<void*, uint>)&AddRef;
        table[2] = (nint)(delegate* unmanaged[Cdecl]<void*, uint>)&Release;
        methods.CopyTo(new Span<nint>(table + 3, methods.Length));
        return (nint)table;
    }

    protected static T Of<T>(void* self)
        where T : HostObject => (T)GCHandle.FromIntPtr(((Cell*)self)->Owner).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int QueryInterface(void* self, Guid128* id, void** result)
    {
        var owner = Of<HostObject>(self);
        var index = Array.IndexOf(owner._ids, *id);
        if (*id == Vst3Ids.Unknown)
            index = 0;
        *result = index < 0 ? null : owner._cells + index;
        if (index < 0)
            return Vst3Result.NoInterface;
        Interlocked.Increment(ref owner._references);
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref Of<HostObject>(self)._references);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Release(void* self) => (uint)Interlocked.Decrement(ref Of<HostObject>(self)._references);

    private struct Cell
    {
        public nint Table;
        public nint Owner;
    }
}
