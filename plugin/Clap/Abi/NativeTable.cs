using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Clap.Abi;

/// <summary>Structures that hosts may hold for as long as the process lives: function tables, descriptors.</summary>
internal static unsafe class NativeTable
{
    /// <summary>A copy in unmanaged memory that is never freed. [main-thread]</summary>
    public static T* Keep<T>(T content)
        where T : unmanaged
    {
        var copy = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *copy = content;
        return copy;
    }

    /// <summary>Texts as a list that ends in a null pointer, never freed. [main-thread]</summary>
    public static byte** KeepList(params ReadOnlySpan<nint> texts)
    {
        var list = (nint*)NativeMemory.AllocZeroed((nuint)texts.Length + 1, (nuint)sizeof(nint));
        texts.CopyTo(new Span<nint>(list, texts.Length));
        return (byte**)list;
    }
}
