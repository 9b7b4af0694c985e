using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The event loop of a host's main thread on Linux, for those that lend it. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IRunLoop(void* instance)
{
    private readonly Functions** _self = (Functions**)instance;

    public static Iid Iid => new(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);

    public bool IsNull => _self is null;

    /// <summary>The object, for reference counting.</summary>
    public void* Instance => _self;

    /// <summary>Has the host call an <see cref="IEventHandler"/> whenever there is something to read.</summary>
    public bool TryRegister(void* eventHandler, int fileDescriptor) => (*_self)->RegisterEventHandler(_self, eventHandler, fileDescriptor) == Result.Ok;

    /// <summary>The end of that.</summary>
    public void Unregister(void* eventHandler) => (*_self)->UnregisterEventHandler(_self, eventHandler);

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, void*, int, Result> RegisterEventHandler;
        public delegate* unmanaged<void*, void*, Result> UnregisterEventHandler;
        public delegate* unmanaged<void*, void*, ulong, Result> RegisterTimer;
        public delegate* unmanaged<void*, void*, Result> UnregisterTimer;
    }
}
