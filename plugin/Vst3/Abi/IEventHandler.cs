using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What a host's <see cref="IRunLoop"/> calls when something happened on another thread. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IEventHandler
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, int, void> _onFdIsSet;

    public static Iid Iid => new(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983);

    public static IEventHandler* Table { get; } = Face.Keep(new IEventHandler
    {
        _unknown = FUnknown.OfPlugin,
        _onFdIsSet = &OnFdIsSet,
    });

    [UnmanagedCallersOnly]
    private static void OnFdIsSet(Face* self, int fileDescriptor)
    {
        try
        {
            Vst3Plugin.Of(self).Wake();
        }
        catch (Exception exception)
        {
            Edge.Failed(exception);
        }
    }
}
