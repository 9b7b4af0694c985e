using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Clap.Abi;

/// <summary>A text for the length of a call into the host. [thread-safe]</summary>
internal readonly unsafe ref struct ClapTextCopy(string text) : IDisposable
{
    /// <summary>UTF-8, ended by a zero.</summary>
    public byte* Pointer { get; } = (byte*)Marshal.StringToCoTaskMemUTF8(text);

    /// <summary>Frees it.</summary>
    public void Dispose() => Marshal.FreeCoTaskMem((nint)Pointer);
}
