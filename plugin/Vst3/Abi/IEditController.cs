using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>The part of the plugin that hosts show: parameters, their values and texts. [main-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IEditController
{
    private IPluginBase _base;
    private delegate* unmanaged<Face*, IBStream, Result> _setComponentState;
    private delegate* unmanaged<Face*, IBStream, Result> _setState;
    private delegate* unmanaged<Face*, IBStream, Result> _getState;
    private delegate* unmanaged<Face*, int> _getParameterCount;
    private delegate* unmanaged<Face*, int, ParameterInfo*, Result> _getParameterInfo;
    private delegate* unmanaged<Face*, uint, double, String128*, Result> _getParamStringByValue;
    private delegate* unmanaged<Face*, uint, String128*, double*, Result> _getParamValueByString;
    private delegate* unmanaged<Face*, uint, double, double> _normalizedParamToPlain;
    private delegate* unmanaged<Face*, uint, double, double> _plainParamToNormalized;
    private delegate* unmanaged<Face*, uint, double> _getParamNormalized;
    private delegate* unmanaged<Face*, uint, double, Result> _setParamNormalized;
    private delegate* unmanaged<Face*, IComponentHandler, Result> _setComponentHandler;
    private delegate* unmanaged<Face*, byte*, void*> _createView;

    public static Iid Iid => new(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);

    public static IEditController* Table { get; } = Face.Keep(new IEditController
    {
        _base = IPluginBase.OfPlugin,
        _setComponentState = &SetComponentState,
        _setState = &KeepNoState,
        _getState = &KeepNoState,
        _getParameterCount = &GetParameterCount,
        _getParameterInfo = &GetParameterInfo,
        _getParamStringByValue = &GetParamStringByValue,
        _getParamValueByString = &GetParamValueByString,
        _normalizedParamToPlain = &NormalizedParamToPlain,
        _plainParamToNormalized = &PlainParamToNormalized,
        _getParamNormalized = &GetParamNormalized,
        _setParamNormalized = &SetParamNormalized,
        _setComponentHandler = &SetComponentHandler,
        _createView = &CreateView,
    });

    [UnmanagedCallersOnly]
    private static Result SetComponentState(Face* self, IBStream stream)
    {
        if (stream.IsNull)
            return Result.InvalidArgument;
        try
        {
            return Vst3Plugin.Of(self).SetComponentState(stream);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    // All there is to keep is in the component's state; what hosts stored here for us is nothing.
    [UnmanagedCallersOnly]
    private static Result KeepNoState(Face* self, IBStream stream) => stream.IsNull ? Result.InvalidArgument : Result.Ok;

    [UnmanagedCallersOnly]
    private static int GetParameterCount(Face* self) => Vst3Model.ParameterCount;

    [UnmanagedCallersOnly]
    private static Result GetParameterInfo(Face* self, int index, ParameterInfo* info)
    {
        if (info is null || (uint)index >= Vst3Model.ParameterCount)
            return Result.InvalidArgument;
        *info = Vst3Model.Describe(index);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static Result GetParamStringByValue(Face* self, uint id, double normalized, String128* text)
    {
        if (text is null || Vst3Model.Find(id) is not { } parameter)
            return Result.InvalidArgument;
        *text = Vst3Model.ToText(parameter, normalized);
        try
        {
            // Hosts ask for texts whenever they draw: the call that comes soonest to one that shows no editor of ours.
            Vst3Plugin.Of(self).AnnounceChanges();
            return Result.Ok;
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result GetParamValueByString(Face* self, uint id, String128* text, double* normalized)
    {
        if (text is null || normalized is null || Vst3Model.Find(id) is not { } parameter)
            return Result.InvalidArgument;

        // The host's text ends with its zero, wherever that is; reading further could leave its memory.
        var characters = (char*)text;
        var length = 0;
        while (length < String128.Length && characters[length] != 0)
            length++;
        if (!Vst3Model.TryParse(parameter, new ReadOnlySpan<char>(characters, length), out var value))
            return Result.False;
        *normalized = value;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static double NormalizedParamToPlain(Face* self, uint id, double normalized) => Vst3Model.Find(id)?.ToPlain(normalized) ?? normalized;

    [UnmanagedCallersOnly]
    private static double PlainParamToNormalized(Face* self, uint id, double plain) => Vst3Model.Find(id)?.ToNormalized(plain) ?? plain;

    [UnmanagedCallersOnly]
    private static double GetParamNormalized(Face* self, uint id) => Vst3Model.Find(id) is { } parameter ? Vst3Plugin.Of(self).Controller[parameter.Index] : 0;

    [UnmanagedCallersOnly]
    private static Result SetParamNormalized(Face* self, uint id, double normalized)
    {
        if (double.IsNaN(normalized) || Vst3Model.Find(id) is not { } parameter)
            return Result.InvalidArgument;
        try
        {
            Vst3Plugin.Of(self).SetNormalized(parameter.Index, normalized);
            return Result.Ok;
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result SetComponentHandler(Face* self, IComponentHandler handler)
    {
        try
        {
            Vst3Plugin.Of(self).SetHandler(handler);
            return Result.Ok;
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    // Hosts show their own editor.
    [UnmanagedCallersOnly]
    private static void* CreateView(Face* self, byte* name) => null;
}
