using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A host's list of the values that one parameter takes within a block. [audio-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IParamValueQueue
{
    private readonly Functions** _self;

    private IParamValueQueue(Functions** self) => _self = self;

    public bool IsNull => _self is null;

    /// <summary>The pointer itself, to find the list again with <see cref="At"/>.</summary>
    public nint Instance => (nint)_self;

    public uint ParameterId => (*_self)->GetParameterId(_self);

    public int PointCount => (*_self)->GetPointCount(_self);

    public static IParamValueQueue At(nint instance) => new((Functions**)instance);

    public bool TryGetPoint(int index, out int frame, out double normalized)
    {
        int offset;
        double value;
        var isThere = (*_self)->GetPoint(_self, index, &offset, &value) == Result.Ok;
        (frame, normalized) = isThere ? (offset, value) : default;
        return isThere;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, uint> GetParameterId;
        public delegate* unmanaged<void*, int> GetPointCount;
        public delegate* unmanaged<void*, int, int*, double*, Result> GetPoint;
        public delegate* unmanaged<void*, int, double, int*, Result> AddPoint;
    }
}
