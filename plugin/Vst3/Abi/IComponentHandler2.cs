using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What newer hosts' handlers add. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IComponentHandler2(void* instance)
{
    private readonly Functions** _self = (Functions**)instance;

    public static Iid Iid => new(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);

    public bool IsNull => _self is null;

    /// <summary>The object, for reference counting.</summary>
    public void* Instance => _self;

    /// <summary>The session has something to save that is no parameter.</summary>
    public void SetDirty() => (*_self)->SetDirty(_self, 1);

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, byte, Result> SetDirty;
        public delegate* unmanaged<void*, byte*, Result> RequestOpenEditor;
        public delegate* unmanaged<void*, Result> StartGroupEdit;
        public delegate* unmanaged<void*, Result> FinishGroupEdit;
    }
}
