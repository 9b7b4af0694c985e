using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

/// <summary>IParamValueQueue: the points of one parameter in one block.</summary>
internal sealed unsafe class ParameterQueue() : HostObject((Vst3Ids.ParamValueQueue, Queue))
{
    private static readonly nint Queue = Table(
        (nint)(delegate* unmanaged[Cdecl]<void*, uint>)&GetParameterId,
        (nint)(delegate* unmanaged[Cdecl]<void*, int>)&GetPointCount,
        (nint)(delegate* unmanaged[Cdecl]<void*, int, int*, double*, int>)&GetPoint,
        (nint)(delegate* unmanaged[Cdecl]<void*, int, double, int*, int>)&AddPoint);

    public uint ParameterId { get; set; }

    public List<(int Frame, double Normalized)> Points { get; } = [];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint GetParameterId(void* self) => Of<ParameterQueue>(self).ParameterId;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetPointCount(void* self) => Of<ParameterQueue>(self).Points.Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetPoint(void* self, int index, int* frame, double* normalized)
    {
        var points = Of<ParameterQueue>(self).Points;
        if (index < 0 || index >= points.Count)
            return Vst3Result.InvalidArgument;
        (*frame, *normalized) = points[index];
        return Vst3Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AddPoint(void* self, int frame, double normalized, int* index)
    {
        var points = Of<ParameterQueue>(self).Points;
        points.Add((frame, normalized));
        *index = points.Count - 1;
        return Vst3Result.Ok;
    }
}
