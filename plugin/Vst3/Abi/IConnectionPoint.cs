using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// The line between a component and a controller that are two objects. Ours are one and send nothing, so a connection is accepted and stays
/// silent. [main-thread]
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IConnectionPoint
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, void*, Result> _connect;
    private delegate* unmanaged<Face*, void*, Result> _disconnect;
    private delegate* unmanaged<Face*, void*, Result> _notify;

    public static Iid Iid => new(0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1);

    public static IConnectionPoint* Table { get; } = Face.Keep(new IConnectionPoint
    {
        _unknown = FUnknown.OfPlugin,
        _connect = &Connect,
        _disconnect = &Connect,
        _notify = &Notify,
    });

    [UnmanagedCallersOnly]
    private static Result Connect(Face* self, void* other) => other is null ? Result.InvalidArgument : Result.Ok;

    [UnmanagedCallersOnly]
    private static Result Notify(Face* self, void* message) => message is null ? Result.InvalidArgument : Result.False;
}
