using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace NamPlugin.Plugin.Clap.Abi;

/// <summary>Texts as CLAP has them: UTF-8, ended by a zero.</summary>
internal static unsafe class ClapText
{
    /// <summary><c>CLAP_NAME_SIZE</c>, bytes.</summary>
    public const int NameSize = 256;

    /// <summary><c>CLAP_PATH_SIZE</c>, bytes.</summary>
    public const int PathSize = 1024;

    /// <summary>A literal of the form <c>"..."u8</c> as a C string: it lies at a fixed place and has a zero behind it.</summary>
    public static byte* Literal(ReadOnlySpan<byte> utf8) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(utf8));

    /// <summary>A copy that stays for the life of the process. [main-thread]</summary>
    public static byte* Keep(string text)
    {
        var capacity = text.Length * 3 + 1;
        var copy = (byte*)NativeMemory.Alloc((nuint)capacity);
        Write(text, copy, capacity);
        return copy;
    }

    /// <summary>The bytes of a C string without its zero; empty for null. [thread-safe]</summary>
    public static ReadOnlySpan<byte> Read(byte* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);

    /// <summary>The text in a field of a structure, which hosts may have filled without a zero. [main-thread]</summary>
    public static string Read(byte* field, int capacity)
    {
        var bytes = new ReadOnlySpan<byte>(field, capacity);
        var length = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(length < 0 ? bytes : bytes[..length]);
    }

    /// <summary>Writes a text and a zero, cut where the target is too short. Allocates nothing. [thread-safe]</summary>
    public static void Write(string text, byte* target, int capacity)
    {
        Utf8.FromUtf16(text, new Span<byte>(target, capacity - 1), out _, out var written);
        target[written] = 0;
    }
}
