using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// What an interface pointer of ours points at: the table of functions that the host calls, and whose interface it is. One object has a face
/// for every interface, side by side in unmanaged memory.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Face
{
    /// <summary>Table of the interface; it lives as long as the process.</summary>
    public void* Table;

    /// <summary>A <see cref="GCHandle"/> of the <see cref="Vst3Plugin"/>.</summary>
    public nint Owner;

    /// <summary>Puts a table where it stays for the life of the process.</summary>
    public static T* Keep<T>(T table)
        where T : unmanaged
    {
        var kept = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *kept = table;
        return kept;
    }
}
