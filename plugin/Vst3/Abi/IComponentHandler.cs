using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Where the controller tells the host what the user or the plugin itself did. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IComponentHandler
{
    private readonly Functions** _self;

    public bool IsNull => _self is null;

    /// <summary>The object, for reference counting and for its other interfaces.</summary>
    public void* Instance => _self;

    /// <summary>Has the host look again at what changed; it may call back before this returns.</summary>
    public void RestartComponent(RestartFlags flags) => (*_self)->RestartComponent(_self, flags);

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, uint, Result> BeginEdit;
        public delegate* unmanaged<void*, uint, double, Result> PerformEdit;
        public delegate* unmanaged<void*, uint, Result> EndEdit;
        public delegate* unmanaged<void*, RestartFlags, Result> RestartComponent;
    }
}
