using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A host's list of named values. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IAttributeList
{
    private readonly Functions** _self;

    public bool IsNull => _self is null;

    /// <summary>Reads a text.</summary>
    /// <param name="key">A literal, which is zero-terminated.</param>
    /// <param name="text">Room for the text and its zero; a longer one is cut by the host.</param>
    public bool TryGetString(ReadOnlySpan<byte> key, Span<char> text)
    {
        text.Clear();
        fixed (byte* id = key)
        fixed (char* target = text)
            return (*_self)->GetString(_self, id, target, (uint)(text.Length * sizeof(char))) == Result.Ok;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, byte*, long, Result> SetInt;
        public delegate* unmanaged<void*, byte*, long*, Result> GetInt;
        public delegate* unmanaged<void*, byte*, double, Result> SetFloat;
        public delegate* unmanaged<void*, byte*, double*, Result> GetFloat;
        public delegate* unmanaged<void*, byte*, String128*, Result> SetString;
        public delegate* unmanaged<void*, byte*, char*, uint, Result> GetString;
        public delegate* unmanaged<void*, byte*, void*, uint, Result> SetBinary;
        public delegate* unmanaged<void*, byte*, void**, uint*, Result> GetBinary;
    }
}
