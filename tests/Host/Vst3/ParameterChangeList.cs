using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IParameterChanges: a queue for each parameter that changes in one block. Queues are kept for the next block.</summary>
internal sealed unsafe class ParameterChangeList() : HostObject((Vst3Ids.ParameterChanges, Changes)), IDisposable
{
    private static readonly nint Changes = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, int>)&GetParameterCount,
        (nint)(delegate* unmanaged[Cdecl]<void*, int, void*>)&GetParameterData,
        (nint)(delegate* unmanaged[Cdecl]<void*, uint*, int*, void*>)&AddParameterData);

    private readonly List<ParameterQueue> _queues = [];
    private int _count;

    /// <summary>Queues in use.</summary>
    public IEnumerable<ParameterQueue> Queues => _queues.Take(_count);

    public void Clear() => _count = 0;

    /// <summary>The queue of a parameter, added at the end if it is new.</summary>
    public ParameterQueue QueueOf(uint parameterId)
    {
        if (Queues.FirstOrDefault(queue => queue.ParameterId == parameterId) is { } known)
            return known;
        if (_count == _queues.Count)
            _queues.Add(new ParameterQueue());
        var queue = _queues[_count++];
        queue.ParameterId = parameterId;
        queue.Points.Clear();
        return queue;
    }

    void IDisposable.Dispose()
    {
        foreach (var queue in _queues)
            queue.Dispose();
        Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetParameterCount(void* self) => Of<ParameterChangeList>(self)._count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetParameterData(void* self, int index)
    {
        var list = Of<ParameterChangeList>(self);
        return index >= 0 && index < list._count ? list._queues[index].Pointer : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* AddParameterData(void* self, uint* parameterId, int* index)
    {
        var list = Of<ParameterChangeList>(self);
        var queue = list.QueueOf(*parameterId);
        *index = list._queues.IndexOf(queue);
        return queue.Pointer;
    }
}
