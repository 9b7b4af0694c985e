using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>How parameters are grouped and which programs there are: one group, the root, and no programs. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IUnitInfo
{
    private const int Root = 0;

    private FUnknown _unknown;
    private delegate* unmanaged<Face*, int> _getUnitCount;
    private delegate* unmanaged<Face*, int, UnitInfo*, Result> _getUnitInfo;
    private delegate* unmanaged<Face*, int> _getProgramListCount;
    private delegate* unmanaged<Face*, int, void*, Result> _getProgramListInfo;
    private delegate* unmanaged<Face*, int, int, String128*, Result> _getProgramName;
    private delegate* unmanaged<Face*, int, int, byte*, String128*, Result> _getProgramInfo;
    private delegate* unmanaged<Face*, int, int, Result> _hasProgramPitchNames;
    private delegate* unmanaged<Face*, int, int, short, String128*, Result> _getProgramPitchName;
    private delegate* unmanaged<Face*, int> _getSelectedUnit;
    private delegate* unmanaged<Face*, int, Result> _selectUnit;
    private delegate* unmanaged<Face*, MediaType, BusDirection, int, int, int*, Result> _getUnitByBus;
    private delegate* unmanaged<Face*, int, int, IBStream, Result> _setUnitProgramData;

    public static Iid Iid => new(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1);

    public static IUnitInfo* Table { get; } = Face.Keep(new IUnitInfo
    {
        _unknown = FUnknown.OfPlugin,
        _getUnitCount = &GetUnitCount,
        _getUnitInfo = &GetUnitInfo,
        _getProgramListCount = &GetProgramListCount,
        _getProgramListInfo = &GetProgramListInfo,
        _getProgramName = &GetProgramName,
        _getProgramInfo = &GetProgramInfo,
        _hasProgramPitchNames = &HasProgramPitchNames,
        _getProgramPitchName = &GetProgramPitchName,
        _getSelectedUnit = &GetSelectedUnit,
        _selectUnit = &SelectUnit,
        _getUnitByBus = &GetUnitByBus,
        _setUnitProgramData = &SetUnitProgramData,
    });

    [UnmanagedCallersOnly]
    private static int GetUnitCount(Face* self) => 1;

    [UnmanagedCallersOnly]
    private static Result GetUnitInfo(Face* self, int index, UnitInfo* info)
    {
        if (info is null || index != 0)
            return Result.InvalidArgument;
        *info = new UnitInfo { Id = Root, ParentId = UnitInfo.NoParent, Name = "Root", ProgramListId = UnitInfo.NoPrograms };
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetProgramListCount(Face* self) => 0;

    [UnmanagedCallersOnly]
    private static Result GetProgramListInfo(Face* self, int index, void* info) => Result.False;

    [UnmanagedCallersOnly]
    private static Result GetProgramName(Face* self, int list, int program, String128* name) => Result.False;

    [UnmanagedCallersOnly]
    private static Result GetProgramInfo(Face* self, int list, int program, byte* attribute, String128* value) => Result.False;

    [UnmanagedCallersOnly]
    private static Result HasProgramPitchNames(Face* self, int list, int program) => Result.False;

    [UnmanagedCallersOnly]
    private static Result GetProgramPitchName(Face* self, int list, int program, short pitch, String128* name) => Result.False;

    [UnmanagedCallersOnly]
    private static int GetSelectedUnit(Face* self) => Root;

    [UnmanagedCallersOnly]
    private static Result SelectUnit(Face* self, int unit) => unit == Root ? Result.Ok : Result.False;

    [UnmanagedCallersOnly]
    private static Result GetUnitByBus(Face* self, MediaType type, BusDirection direction, int bus, int channel, int* unit) => Result.False;

    [UnmanagedCallersOnly]
    private static Result SetUnitProgramData(Face* self, int listOrUnit, int program, IBStream data) => Result.False;
}
