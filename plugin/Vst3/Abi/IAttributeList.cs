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
    /// <param name="text">The text, cut where it is too long.</param>
    public bool TryGetString(ReadOnlySpan<byte> key, out String128 text)
    {
        fixed (byte* id = key)
        fixed (String128* target = &text)
        {
            *target = default;
            return (*_self)->GetString(_self, id, target, (uint)sizeof(String128)) == Result.Ok;
        }
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
        public delegate* unmanaged<void*, byte*, String128*, uint, Result> GetString;
        public delegate* unmanaged<void*, byte*, void*, uint, Result> SetBinary;
        public delegate* unmanaged<void*, byte*, void**, uint*, Result> GetBinary;
    }
}
