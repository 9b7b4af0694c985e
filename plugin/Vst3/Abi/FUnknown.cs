using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// Head of every table: finding an object's other interfaces, and counting who holds it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FUnknown
{
    private delegate* unmanaged<void*, Iid*, void**, Result> _queryInterface;
    private delegate* unmanaged<void*, uint> _addRef;
    private delegate* unmanaged<void*, uint> _release;

    public static Iid Iid => new(0x00000000, 0x00000000, 0xC0000000, 0x00000046);

    /// <summary>The head of all tables of <see cref="Vst3Plugin"/>.</summary>
    public static FUnknown OfPlugin => new() { _queryInterface = &QueryPlugin, _addRef = &AddRefPlugin, _release = &ReleasePlugin };

    /// <summary>The head of the factory's table.</summary>
    public static FUnknown OfFactory => new() { _queryInterface = &QueryFactory, _addRef = &HoldFactory, _release = &HoldFactory };

    /// <summary>Asks an object of the host for another interface; null when it has none. What comes back is to be released.</summary>
    public static void* Query(void* instance, Iid iid)
    {
        void* found = null;
        return (*(FUnknown**)instance)->_queryInterface(instance, &iid, &found) == Result.Ok ? found : null;
    }

    /// <summary>Holds an object of the host.</summary>
    public static void AddRef(void* instance) => (*(FUnknown**)instance)->_addRef(instance);

    /// <summary>Lets an object of the host go; null is nothing to let go.</summary>
    public static void Release(void* instance)
    {
        if (instance is not null)
            (*(FUnknown**)instance)->_release(instance);
    }

    [UnmanagedCallersOnly]
    private static Result QueryPlugin(void* self, Iid* iid, void** found)
    {
        if (iid is null || found is null)
            return Result.InvalidArgument;
        *found = Vst3Plugin.Of((Face*)self).Query(*iid);
        return *found is null ? Result.NoInterface : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRefPlugin(void* self) => Vst3Plugin.Of((Face*)self).AddRef();

    [UnmanagedCallersOnly]
    private static uint ReleasePlugin(void* self)
    {
        try
        {
            return Vst3Plugin.Of((Face*)self).Release();
        }
        catch (Exception exception)
        {
            Edge.Failed(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static Result QueryFactory(void* self, Iid* iid, void** found)
    {
        if (iid is null || found is null)
            return Result.InvalidArgument;
        *found = *iid == Iid || IPluginFactory3.Is(*iid) ? self : null;
        return *found is null ? Result.NoInterface : Result.Ok;
    }

    // There is one factory, and it stays.
    [UnmanagedCallersOnly]
    private static uint HoldFactory(void* self) => 1;
}
