using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What newer hosts' streams say about themselves. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IStreamAttributes(void* instance)
{
    private readonly Functions** _self = (Functions**)instance;

    public static Iid Iid => new(0xD6CE2FFC, 0xEFAF4B8C, 0x9E74F1BB, 0x12DA44B4);

    public bool IsNull => _self is null;

    /// <summary>The object, for reference counting.</summary>
    public void* Instance => _self;

    /// <summary>The list, which the stream owns; it may be null.</summary>
    public IAttributeList Attributes => (*_self)->GetAttributes(_self);

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, String128*, Result> GetFileName;
        public delegate* unmanaged<void*, IAttributeList> GetAttributes;
    }
}
