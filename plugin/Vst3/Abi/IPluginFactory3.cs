using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host asks first: who made this, which classes there are, give me one. Holds the tables of all three versions. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IPluginFactory3
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, PFactoryInfo*, Result> _getFactoryInfo;
    private delegate* unmanaged<Face*, int> _countClasses;
    private delegate* unmanaged<Face*, int, PClassInfo*, Result> _getClassInfo;
    private delegate* unmanaged<Face*, Iid*, Iid*, void**, Result> _createInstance;
    private delegate* unmanaged<Face*, int, PClassInfo2*, Result> _getClassInfo2;
    private delegate* unmanaged<Face*, int, PClassInfoW*, Result> _getClassInfoUnicode;
    private delegate* unmanaged<Face*, void*, Result> _setHostContext;

    public static IPluginFactory3* Table { get; } = Face.Keep(new IPluginFactory3
    {
        _unknown = FUnknown.OfFactory,
        _getFactoryInfo = &GetFactoryInfo,
        _countClasses = &CountClasses,
        _getClassInfo = &GetClassInfo,
        _createInstance = &CreateInstance,
        _getClassInfo2 = &GetClassInfo2,
        _getClassInfoUnicode = &GetClassInfoUnicode,
        _setHostContext = &SetHostContext,
    });

    /// <summary>The first version.</summary>
    public static Iid Iid1 => new(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F);

    /// <summary>The second, with <see cref="PClassInfo2"/>.</summary>
    public static Iid Iid2 => new(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);

    /// <summary>The third, with <see cref="PClassInfoW"/>.</summary>
    public static Iid Iid3 => new(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);

    /// <summary>Whether an id names any version of the factory.</summary>
    public static bool Is(Iid iid) => iid == Iid1 || iid == Iid2 || iid == Iid3;

    [UnmanagedCallersOnly]
    private static Result GetFactoryInfo(Face* self, PFactoryInfo* info)
    {
        if (info is null)
            return Result.InvalidArgument;
        *info = Vst3Factory.Info;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int CountClasses(Face* self) => 1;

    [UnmanagedCallersOnly]
    private static Result GetClassInfo(Face* self, int index, PClassInfo* info)
    {
        if (info is null || index != 0)
            return Result.InvalidArgument;
        *info = Vst3Factory.ClassInfo;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static Result CreateInstance(Face* self, Iid* classId, Iid* iid, void** instance)
    {
        if (classId is null || iid is null || instance is null)
            return Result.InvalidArgument;
        *instance = null;
        if (*classId != Vst3Factory.ClassId)
            return Result.InvalidArgument;
        try
        {
            *instance = Vst3Plugin.Create(*iid);
            return *instance is null ? Result.NoInterface : Result.Ok;
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result GetClassInfo2(Face* self, int index, PClassInfo2* info)
    {
        if (info is null || index != 0)
            return Result.InvalidArgument;
        *info = Vst3Factory.ClassInfo2;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static Result GetClassInfoUnicode(Face* self, int index, PClassInfoW* info)
    {
        if (info is null || index != 0)
            return Result.InvalidArgument;
        *info = Vst3Factory.ClassInfoUnicode;
        return Result.Ok;
    }

    // Nothing here depends on which host it is.
    [UnmanagedCallersOnly]
    private static Result SetHostContext(Face* self, void* context) => Result.Ok;
}
