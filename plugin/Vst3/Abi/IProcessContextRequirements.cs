using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What the process call wants to know about the song: nothing. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IProcessContextRequirements
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, uint> _getProcessContextRequirements;

    public static Iid Iid => new(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);

    public static IProcessContextRequirements* Table { get; } = Face.Keep(new IProcessContextRequirements
    {
        _unknown = FUnknown.OfPlugin,
        _getProcessContextRequirements = &GetProcessContextRequirements,
    });

    [UnmanagedCallersOnly]
    private static uint GetProcessContextRequirements(Face* self) => 0;
}
