using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host;

/// <summary>Zero-terminated UTF-8.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>The address of a literal: it lies in the assembly, does not move and ends in a zero.</summary>
    public static byte* Pointer(ReadOnlySpan<byte> literal) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
