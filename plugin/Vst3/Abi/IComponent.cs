using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The part of the plugin that plays: buses, on and off, the state. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IComponent
{
    private IPluginBase _base;
    private delegate* unmanaged<Face*, Iid*, Result> _getControllerClassId;
    private delegate* unmanaged<Face*, int, Result> _setIoMode;
    private delegate* unmanaged<Face*, MediaType, BusDirection, int> _getBusCount;
    private delegate* unmanaged<Face*, MediaType, BusDirection, int, BusInfo*, Result> _getBusInfo;
    private delegate* unmanaged<Face*, void*, void*, Result> _getRoutingInfo;
    private delegate* unmanaged<Face*, MediaType, BusDirection, int, byte, Result> _activateBus;
    private delegate* unmanaged<Face*, byte, Result> _setActive;
    private delegate* unmanaged<Face*, IBStream, Result> _setState;
    private delegate* unmanaged<Face*, IBStream, Result> _getState;

    public static Iid Iid => new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);

    public static IComponent* Table { get; } = Face.Keep(new IComponent
    {
        _base = IPluginBase.OfPlugin,
        _getControllerClassId = &GetControllerClassId,
        _setIoMode = &SetIoMode,
        _getBusCount = &GetBusCount,
        _getBusInfo = &GetBusInfo,
        _getRoutingInfo = &GetRoutingInfo,
        _activateBus = &ActivateBus,
        _setActive = &SetActive,
        _setState = &SetState,
        _getState = &GetState,
    });

    // The component is its own controller: the host finds it by queryInterface.
    [UnmanagedCallersOnly]
    private static Result GetControllerClassId(Face* self, Iid* classId) => Result.NotImplemented;

    // For instruments.
    [UnmanagedCallersOnly]
    private static Result SetIoMode(Face* self, int mode) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetBusCount(Face* self, MediaType type, BusDirection direction) => Vst3Processor.HasBus(type, direction, 0) ? 1 : 0;

    [UnmanagedCallersOnly]
    private static Result GetBusInfo(Face* self, MediaType type, BusDirection direction, int index, BusInfo* info)
    {
        if (info is null || !Vst3Processor.HasBus(type, direction, index))
            return Result.InvalidArgument;
        *info = Vst3Plugin.Of(self).Processor.Describe(direction);
        return Result.Ok;
    }

    // For more than one bus a direction.
    [UnmanagedCallersOnly]
    private static Result GetRoutingInfo(Face* self, void* input, void* output) => Result.NotImplemented;

    // Nothing follows from it: the buffers of a bus that is off are null, and those are silence.
    [UnmanagedCallersOnly]
    private static Result ActivateBus(Face* self, MediaType type, BusDirection direction, int index, byte isOn) =>
        Vst3Processor.HasBus(type, direction, index) ? Result.Ok : Result.InvalidArgument;

    [UnmanagedCallersOnly]
    private static Result SetActive(Face* self, byte isOn)
    {
        try
        {
            return Vst3Plugin.Of(self).SetActive(isOn != 0);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result SetState(Face* self, IBStream stream)
    {
        if (stream.IsNull)
            return Result.InvalidArgument;
        try
        {
            return Vst3Plugin.Of(self).SetState(stream);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result GetState(Face* self, IBStream stream)
    {
        if (stream.IsNull)
            return Result.InvalidArgument;
        try
        {
            return Vst3Plugin.Of(self).GetState(stream);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }
}
