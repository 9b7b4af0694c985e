using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What hosts may ask of an editor. There is none of ours yet, and no help or about box to open. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IEditController2
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, int, Result> _setKnobMode;
    private delegate* unmanaged<Face*, byte, Result> _openHelp;
    private delegate* unmanaged<Face*, byte, Result> _openAboutBox;

    public static Iid Iid => new(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038);

    public static IEditController2* Table { get; } = Face.Keep(new IEditController2
    {
        _unknown = FUnknown.OfPlugin,
        _setKnobMode = &SetKnobMode,
        _openHelp = &OpenNothing,
        _openAboutBox = &OpenNothing,
    });

    [UnmanagedCallersOnly]
    private static Result SetKnobMode(Face* self, int mode) => Result.False;

    [UnmanagedCallersOnly]
    private static Result OpenNothing(Face* self, byte onlyCheck) => Result.False;
}
