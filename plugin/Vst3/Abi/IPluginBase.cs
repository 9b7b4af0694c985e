using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Beginning and end of an object's use; second part of the tables of <see cref="IComponent"/> and <see cref="IEditController"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IPluginBase
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, void*, Result> _initialize;
    private delegate* unmanaged<Face*, Result> _terminate;

    public static Iid Iid => new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);

    public static IPluginBase OfPlugin => new() { _unknown = FUnknown.OfPlugin, _initialize = &Initialize, _terminate = &Terminate };

    [UnmanagedCallersOnly]
    private static Result Initialize(Face* self, void* hostContext)
    {
        try
        {
            return Vst3Plugin.Of(self).Initialize();
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result Terminate(Face* self)
    {
        try
        {
            return Vst3Plugin.Of(self).Terminate();
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }
}
