using System.Runtime.InteropServices;
using NamPlugin.Plugin.Vst3;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>What NPlug tells of the class, but filed where our own shell is: NPlug's list of categories has no word for guitars. [main-thread]</summary>
internal static unsafe class NPlugClassInfo
{
    // Places of functions in the standard's tables.
    private const int GetClassInfo2Place = 7;
    private const int GetClassInfoUnicodePlace = 8;

    private static delegate* unmanaged<void*, int, PClassInfo2*, Result> s_getClassInfo2;
    private static delegate* unmanaged<void*, int, PClassInfoW*, Result> s_getClassInfoUnicode;

    /// <summary>Replaces the entries that tell the categories: the table of the factory's third version has those of its second once more.</summary>
    public static void Replace(void* factory)
    {
        var second = FUnknown.Query(factory, IPluginFactory3.Iid2);
        var third = FUnknown.Query(factory, IPluginFactory3.Iid3);
        foreach (var version in (ReadOnlySpan<nint>)[(nint)second, (nint)third])
        {
            s_getClassInfo2 = (delegate* unmanaged<void*, int, PClassInfo2*, Result>)NPlugTables.Replace(
                (void*)version, GetClassInfo2Place, (nint)(delegate* unmanaged<void*, int, PClassInfo2*, Result>)&GetClassInfo2);
        }

        s_getClassInfoUnicode = (delegate* unmanaged<void*, int, PClassInfoW*, Result>)NPlugTables.Replace(
            third, GetClassInfoUnicodePlace, (nint)(delegate* unmanaged<void*, int, PClassInfoW*, Result>)&GetClassInfoUnicode);
        FUnknown.Release(second);
        FUnknown.Release(third);
    }

    [UnmanagedCallersOnly]
    private static Result GetClassInfo2(void* self, int index, PClassInfo2* info)
    {
        var result = s_getClassInfo2(self, index, info);
        if (result == Result.Ok)
            PutCategories(info->SubCategories);
        return result;
    }

    [UnmanagedCallersOnly]
    private static Result GetClassInfoUnicode(void* self, int index, PClassInfoW* info)
    {
        var result = s_getClassInfoUnicode(self, index, info);
        if (result == Result.Ok)
            PutCategories(info->SubCategories);
        return result;
    }

    private static void PutCategories(Span<byte> subCategories)
    {
        subCategories.Clear();
        FixedText.Put(Vst3Factory.SubCategories, subCategories);
    }
}
